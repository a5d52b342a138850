namespace HashMatch.Hosting.Pipeline;

/// <summary>What a list is called that does not name itself.</summary>
static class ListNames
{
    /// <summary>The file's name without its ending; with it, where nothing else is there.</summary>
    internal static string OfFile(string path) =>
        Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name ? name : Path.GetFileName(path);
}
