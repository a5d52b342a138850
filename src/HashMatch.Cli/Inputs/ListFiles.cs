using HashMatch.Lists;

namespace HashMatch.Cli.Inputs;

/// <summary>List files behind the command's exit codes: what cannot be read or written ends the run with 3.</summary>
static class ListFiles
{
    internal static T Attempt<T>(string path, string verb, Func<T> work) => CommandException.Attempt(Failure(path, verb), work);

    internal static ListReader Open(string path, ListReadOptions options) => Attempt(path, "read", () => ListReader.Open(path, options));

    /// <summary>The rows that are left; a list that is broken from some row on ends the run there.</summary>
    internal static IEnumerable<ListRow> Rows(ListReader reader, string path)
    {
        // Lists have millions of rows.
        var failure = Failure(path, "read");
        Func<ListRow?> read = () => reader.TryRead(out var row) ? row : null;
        while (CommandException.Attempt(failure, read) is { } row)
        {
            yield return row;
        }
    }

    static string Failure(string path, string verb) => $"the list '{path}' could not be {verb}";
}
