namespace HashMatch.Cli.Inputs;

/// <summary>Where paths lead once every link on the way is resolved, so that one place has one name.</summary>
/// <remarks>The last name of a file is kept as it stands: a link to a file is an input of its own.</remarks>
sealed class RealPaths
{
    /// <summary>As many links in one path as Linux follows.</summary>
    const int MostLinks = 40;

    readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <summary>The one name of a file, however its folder was spelled.</summary>
    internal string OfFile(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            return Path.GetDirectoryName(full) is { } folder ? Path.Join(OfFolder(folder), Path.GetFileName(full)) : full;
        }
        catch (ArgumentException)
        {
            // An empty path or one with a NUL cannot exist; it fails with its record.
            return path;
        }
    }

    /// <summary>The one name of a folder, however it was reached.</summary>
    internal string OfFolder(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!_folders.TryGetValue(full, out var real))
        {
            _folders[full] = real = Resolve(full, MostLinks);
        }

        return real;
    }

    static string Resolve(string full, int linksLeft)
    {
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var path = Path.Join(Resolve(parent, linksLeft), Path.GetFileName(full));
        return linksLeft > 0 && LinkTarget(path) is { } target
            ? Resolve(Path.GetFullPath(target, Path.GetDirectoryName(path)!), linksLeft - 1)
            : path;
    }

    static string? LinkTarget(string path)
    {
        try
        {
            return new DirectoryInfo(path).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
