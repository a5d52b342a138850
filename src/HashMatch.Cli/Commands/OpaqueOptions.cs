using System.CommandLine;
using HashMatch.Matching.Opaque;

namespace HashMatch.Cli.Commands;

/// <summary>Whether a verb answers a caller who must not learn what is on the lists.</summary>
sealed class OpaqueOptions
{
    /// <summary>More than any key is long: a file that is none is not read whole.</summary>
    const int MostKeyLength = 4096;

    const UnixFileMode OtherPeople =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    readonly Option<bool> _opaque = new("--opaque") { Description = "Show records to a stranger: path, verdict, attention, error code, and for each match an id that says nothing and a band of distances: exact, close (1 to 15 bits) or near (16 bits to the radius). Standard error stays yours." };
    readonly Option<string> _key = new("--opaque-key") { HelpName = "FILE", Description = "Secret bytes, 16 or more, in a file that only you can read: an entry then has the same id in every run. Without it entries are numbered m1, m2, … as they first come up in the run." };
    readonly Option<bool> _lists = new("--opaque-lists") { Description = "With --opaque, show the names and versions of lists." };

    internal void AddTo(Command command)
    {
        command.Add(_opaque);
        command.Add(_key);
        command.Add(_lists);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(_opaque) && (result.GetResult(_key) is not null || result.GetValue(_lists)))
            {
                result.AddError("--opaque-key and --opaque-lists go with --opaque.");
            }
        });
    }

    /// <summary>What a stranger may see; null where all is shown.</summary>
    internal OpaqueView? Read(ParseResult parsed)
    {
        var showsLists = parsed.GetValue(_lists);
        return !parsed.GetValue(_opaque) ? null
            : parsed.GetValue(_key) is { } file ? new OpaqueView(ReadKey(file), showsLists)
            : new OpaqueView(showsLists);
    }

    static byte[] ReadKey(string file) => CommandException.Attempt($"the key in '{file}' could not be read", () =>
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        // Windows has no such bits; who may read a file there is for its owner to see to.
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & OtherPeople) != 0)
        {
            throw CommandException.Unusable($"the key in '{file}' is no secret, others have access to the file: chmod 600 it.");
        }

        var bytes = new byte[MostKeyLength + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length is >= OpaqueView.LeastKeyLength and <= MostKeyLength
            ? bytes[..length]
            : throw CommandException.Unusable($"the key in '{file}' must have {OpaqueView.LeastKeyLength} to {MostKeyLength} bytes.");
    });
}
