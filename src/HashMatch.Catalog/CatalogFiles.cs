namespace HashMatch.Catalog;

/// <summary>The files of a catalogue, all beside one another.</summary>
public static class CatalogFiles
{
    /// <summary>The index of hashes, made anew whenever it is missing or does not fit.</summary>
    internal static string HashesOf(string path) => path + "-hashes";

    internal static string LockOf(string path) => path + "-lock";

    /// <summary>The folder beside a catalogue for the lists its runs match against, in the form they are opened fast; it may be deleted at any time.</summary>
    public static string ListsOf(string path) => Resolve(path) + "-lists";

    /// <summary>Every file a catalogue may consist of; <paramref name="path"/> first, which alone must be kept.</summary>
    /// <remarks>While it is written, <c>-wal</c> holds the latest commits: copy a catalogue that nobody writes.</remarks>
    public static IReadOnlyList<string> Of(string path)
    {
        var real = Resolve(path);
        return [real, real + "-wal", real + "-shm", real + "-journal", LockOf(real), HashesOf(real)];
    }

    /// <summary>What a link leads to: two names of one catalogue must have one lock.</summary>
    internal static string Resolve(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is missing, and will be made or said so.
            return path;
        }
    }
}
