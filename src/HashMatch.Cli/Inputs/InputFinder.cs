namespace HashMatch.Cli.Inputs;

/// <summary>Turns the paths given into the inputs of a run, each once, in canonical order.</summary>
/// <remarks>
/// Folders are walked; links to folders are followed unless they lead back to a folder being walked. What is missing or
/// cannot be listed stays an input, so that it gets its record. Canonical order is ordinal by path as given.
/// </remarks>
sealed class InputFinder(PathFilter filter)
{
    // A file reached by two spellings is one input, under the spelling that sorts first.
    readonly Dictionary<string, string> _spellingByFullPath = new(StringComparer.Ordinal);

    internal static List<string> Find(InputSettings settings, Terminal terminal)
    {
        var finder = new InputFinder(new PathFilter(settings.Include, settings.Exclude));
        var given = settings.FilesFrom is { } file
            ? settings.Paths.Concat(PathList.Read(file, settings.NulSeparated, terminal))
            : settings.Paths;
        foreach (var path in given)
        {
            finder.Add(path);
        }

        List<string> inputs = [.. finder._spellingByFullPath.Values];
        inputs.Sort(StringComparer.Ordinal);
        return inputs;
    }

    void Add(string path)
    {
        if (Directory.Exists(path))
        {
            var folder = path.Length > 1 ? path.TrimEnd('/', Path.DirectorySeparatorChar) : path;
            var real = RealPath(new DirectoryInfo(path), Path.GetFullPath(path));
            Walk(folder.Length == 0 ? "/" : folder, "", real, [real]);
        }
        else
        {
            AddInput(path);
        }
    }

    void Walk(string folder, string relativeFolder, string realFolder, HashSet<string> beingWalked)
    {
        FileSystemInfo[] children;
        try
        {
            children = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            AddInput(folder);
            return;
        }

        foreach (var child in children)
        {
            var path = folder.EndsWith('/') ? folder + child.Name : $"{folder}/{child.Name}";
            var relative = relativeFolder.Length == 0 ? child.Name : $"{relativeFolder}/{child.Name}";
            // A link to a folder counts as one; a broken link is an input that will not be found.
            if (child is DirectoryInfo directory && directory.Exists)
            {
                var real = RealPath(directory, $"{realFolder}/{child.Name}");
                if (beingWalked.Add(real))
                {
                    Walk(path, relative, real, beingWalked);
                    beingWalked.Remove(real);
                }
            }
            else if (filter.Accepts(relative))
            {
                AddInput(path);
            }
        }
    }

    void AddInput(string path)
    {
        var full = FullPath(path);
        if (!_spellingByFullPath.TryGetValue(full, out var spelling) || string.CompareOrdinal(path, spelling) < 0)
        {
            _spellingByFullPath[full] = path;
        }
    }

    static string FullPath(string path)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (ArgumentException)
        {
            // An empty path or one with a NUL cannot exist; it fails with its record.
            return path;
        }
    }

    /// <summary>The target of a link to a folder; any other folder is where its parent says.</summary>
    static string RealPath(DirectoryInfo folder, string path)
    {
        try
        {
            return folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            return path;
        }
    }
}
