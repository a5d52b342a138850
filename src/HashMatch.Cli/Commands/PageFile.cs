namespace HashMatch.Cli.Commands;

/// <summary>A page on the disk.</summary>
static class PageFile
{
    internal static void Write(string path, string page)
    {
        try
        {
            File.WriteAllText(path, page);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CommandException.Unusable($"the page '{path}' could not be written: {exception.Message}");
        }
    }
}
