using System.Diagnostics.CodeAnalysis;
using HashMatch.Lists;

namespace HashMatch.Cli.Inputs;

/// <summary>List files behind the command's exit codes: what cannot be read or written ends the run with 3.</summary>
static class ListFiles
{
    internal static T Attempt<T>(string path, string verb, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ListFormatException or ArgumentException or NotSupportedException)
        {
            throw Unusable(path, verb, exception);
        }
    }

    internal static ListReader Open(string path, ListReadOptions options) => Attempt(path, "read", () => ListReader.Open(path, options));

    /// <summary>Reads the next row; a list that is broken from here on ends the run.</summary>
    internal static bool TryRead(ListReader reader, string path, out ListRow row)
    {
        try
        {
            return reader.TryRead(out row);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ListFormatException)
        {
            throw Unusable(path, "read", exception);
        }
    }

    [SuppressMessage("Performance", "CA1859", Justification = "The type is what is thrown.")]
    static CommandException Unusable(string path, string verb, Exception exception) =>
        CommandException.Unusable($"the list '{path}' could not be {verb}: {exception.Message}");
}
