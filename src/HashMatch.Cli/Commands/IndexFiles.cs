using HashMatch.Hashes;
using HashMatch.Storage;

namespace HashMatch.Cli.Commands;

/// <summary>Index files behind the command's exit codes: what cannot be read or written ends the run with 3.</summary>
static class IndexFiles
{
    internal static IndexSnapshot<Hash256> Open(string path) => Attempt(path, "read", () => IndexSnapshot<Hash256>.Open(path));

    internal static SnapshotInfo ReadInfo(string path, bool verify) => Attempt(path, "read", () => SnapshotInfo.Read(path, verify));

    internal static T Attempt<T>(string path, string verb, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SnapshotFormatException or ArgumentException)
        {
            throw CommandException.Unusable($"the index '{path}' could not be {verb}: {exception.Message}");
        }
    }
}
