using HashMatch.Cli.Files;
using HashMatch.Imaging;

namespace HashMatch.Cli.Inputs;

/// <summary>Turns the paths given into the inputs of a run, each once, in canonical order.</summary>
/// <remarks>
/// Folders are walked, and so are links to folders: each place once for every path given, under its own path rather than
/// that of a link, so that links in circles or to one another end. A file reached by several paths is one input. What is
/// missing or cannot be listed stays an input, so that it gets its record. Canonical order is ordinal by path as given.
/// </remarks>
sealed class InputFinder(PathFilter filter)
{
    readonly RealPaths _realPaths = new();
    // A file reached by two spellings is one input, under the spelling that sorts first.
    readonly Dictionary<string, string> _spellings = new(StringComparer.Ordinal);
    readonly Dictionary<string, ImageError> _unlistable = new(StringComparer.Ordinal);
    readonly List<InputFile> _unnameable = [];

    internal static List<InputFile> Find(InputSettings settings, Terminal terminal)
    {
        var finder = new InputFinder(new PathFilter(settings.Include, settings.Exclude));
        var given = settings.FilesFrom is { } file
            ? settings.Paths.Concat(PathList.Read(file, settings.NulSeparated, terminal))
            : settings.Paths;
        foreach (var path in given)
        {
            finder.Add(path);
        }

        foreach (var own in settings.OwnOutputs)
        {
            finder._spellings.Remove(finder._realPaths.OfFile(own));
        }

        List<InputFile> inputs = [.. finder._unnameable, .. finder._spellings.Select(input => finder.ToInput(input.Value, input.Key))];
        inputs.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return inputs;
    }

    void Add(string path)
    {
        if (Directory.Exists(path))
        {
            var folder = path.Length > 1 ? path.TrimEnd('/', Path.DirectorySeparatorChar) : path;
            Walk(new Folder(folder.Length == 0 ? "/" : folder, "", _realPaths.OfFolder(path)));
        }
        else
        {
            AddInput(path, _realPaths.OfFile(path));
        }
    }

    void Walk(Folder given)
    {
        HashSet<string> walked = new(StringComparer.Ordinal);
        // A folder comes before a link to it, and of two links the one that sorts first: the order on disk never shows.
        Stack<Folder> folders = new([given]);
        SortedDictionary<string, Folder> links = new(StringComparer.Ordinal);
        while (true)
        {
            if (folders.TryPop(out var folder))
            {
                if (walked.Add(folder.Real))
                {
                    List(folder, folders, links);
                }
            }
            else if (links.Count > 0)
            {
                var (path, link) = links.First();
                links.Remove(path);
                folders.Push(link);
            }
            else
            {
                return;
            }
        }
    }

    void List(Folder folder, Stack<Folder> folders, SortedDictionary<string, Folder> links)
    {
        FileSystemInfo[] children;
        try
        {
            children = new DirectoryInfo(folder.Path).GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _unlistable[folder.Real] = InputFailures.OfFolder(exception);
            AddInput(folder.Path, folder.Real);
            return;
        }

        foreach (var child in children)
        {
            var path = folder.Path.EndsWith('/') ? folder.Path + child.Name : $"{folder.Path}/{child.Name}";
            var relative = folder.Relative.Length == 0 ? child.Name : $"{folder.Relative}/{child.Name}";
            if (child.Name.Contains('\uFFFD'))
            {
                AddUnnameable(path, relative);
                continue;
            }

            var real = Path.Join(folder.Real, child.Name);
            // A link to a folder counts as one; a broken link is an input that will not be found.
            if (child is not DirectoryInfo { Exists: true } directory)
            {
                if (filter.Accepts(relative))
                {
                    AddInput(path, real);
                }
            }
            else if (filter.SkipsFolder(relative))
            {
                // Not even looked into: it may be closed.
            }
            else if (directory.LinkTarget is null)
            {
                folders.Push(new Folder(path, relative, real));
            }
            else
            {
                links[path] = new Folder(path, relative, _realPaths.OfFolder(real));
            }
        }
    }

    void AddInput(string path, string real)
    {
        if (!_spellings.TryGetValue(real, out var spelling) || string.CompareOrdinal(path, spelling) < 0)
        {
            _spellings[real] = path;
        }
    }

    /// <summary>A name that is not UTF-8 reads like others that are not, and opens none of them: each is an input that failed.</summary>
    void AddUnnameable(string path, string relative)
    {
        if (filter.Accepts(relative))
        {
            _unnameable.Add(new InputFile(path, path, HashedFile.Failed(path, InputFailures.Unnameable)));
        }
    }

    InputFile ToInput(string path, string real) =>
        new(path, real, _unlistable.TryGetValue(real, out var error) ? HashedFile.Failed(path, error) : null);

    /// <param name="Path">As records name it.</param>
    /// <param name="Relative">Within the folder given, for the globs.</param>
    /// <param name="Real">Without links.</param>
    sealed record Folder(string Path, string Relative, string Real);
}
