using HashMatch.Cli.Output;
using HashMatch.Cli.Output.Records;
using HashMatch.Lists;

namespace HashMatch.Cli.Commands;

/// <summary>What a verb does with rows that cannot be used: each has its record, or the first one ends the run.</summary>
sealed class ListRowReports(RecordWriter writer, bool strict)
{
    bool _any;

    internal int ExitCode => _any ? Cli.ExitCode.SomeFailed : Cli.ExitCode.Done;

    internal void Add(string list, ListRowError error)
    {
        _any = true;
        writer.Write(new ListRowRecord(list, error));
        if (strict)
        {
            writer.Flush();
            throw CommandException.Unusable($"the list '{list}' has a row that cannot be used, at {error.Place}: {error.Reason}");
        }
    }
}
