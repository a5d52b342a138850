namespace HashMatch.Cli.Inputs;

/// <summary>Where paths lead once every link on the way is resolved, so that one place has one name.</summary>
/// <remarks>
/// Names are followed one by one, as the system does: what <c>..</c> means behind a link depends on where the link leads.
/// The last name of a file is kept as it stands: a link to a file is an input of its own.
/// </remarks>
sealed class RealPaths
{
    /// <summary>As many links in one path as Linux follows.</summary>
    const int MostLinks = 40;

    readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <summary>The one name of a file, however its folder was spelled.</summary>
    internal string OfFile(string path)
    {
        var name = Path.GetFileName(path);
        return name is "" or "." or ".." || path.Contains('\0') ? path : Path.Join(OfFolder(Path.GetDirectoryName(path) ?? ""), name);
    }

    /// <summary>The one name of a folder, however it was reached.</summary>
    internal string OfFolder(string path)
    {
        if (!_folders.TryGetValue(path, out var real))
        {
            _folders[path] = real = Resolve(path);
        }

        return real;
    }

    static string Resolve(string path)
    {
        var real = Path.GetPathRoot(Environment.CurrentDirectory)!;
        Stack<string> names = new();
        Push(names, ref real, path.Length == 0 || !Path.IsPathRooted(path) ? Path.Join(Environment.CurrentDirectory, path) : path);
        var links = 0;
        while (names.TryPop(out var name))
        {
            if (name == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
            }
            else if (LinkTarget(Path.Join(real, name)) is { } target && links++ < MostLinks)
            {
                Push(names, ref real, target);
            }
            else
            {
                real = Path.Join(real, name);
            }
        }

        return real;
    }

    /// <summary>Puts the names of a path on top; one that begins at a root begins there.</summary>
    static void Push(Stack<string> names, ref string real, string path)
    {
        if (Path.IsPathRooted(path))
        {
            real = Path.GetPathRoot(path)!;
            path = path[real.Length..];
        }

        foreach (var name in path.Split('/', Path.DirectorySeparatorChar).Reverse())
        {
            if (name is not ("" or "."))
            {
                names.Push(name);
            }
        }
    }

    static string? LinkTarget(string path)
    {
        try
        {
            return new DirectoryInfo(path).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
