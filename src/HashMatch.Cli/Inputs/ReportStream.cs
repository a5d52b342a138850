namespace HashMatch.Cli.Inputs;

/// <summary>A document of reports or follow-ups: a file, or <c>-</c> for standard input.</summary>
static class ReportStream
{
    internal static Stream Open(string file, Terminal terminal) => Attempt(file, () => file == "-" ? terminal.Input : File.OpenRead(file));

    /// <summary>Reads from it; what the system has against it ends the run with 3.</summary>
    internal static T Attempt<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CommandException.Unusable($"'{file}' could not be read: {exception.Message}");
        }
    }
}
