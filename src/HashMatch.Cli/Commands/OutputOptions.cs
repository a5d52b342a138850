using System.CommandLine;
using HashMatch.Cli.Output;

namespace HashMatch.Cli.Commands;

/// <summary>The options that shape what a verb prints.</summary>
sealed class OutputOptions
{
    readonly Option<string> _format = new("--format") { HelpName = "jsonl|csv|text", Description = "The form of records. Default: text on a terminal, jsonl otherwise." };
    readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Nothing on standard error but errors." };
    readonly Option<bool> _timestamps = new("--timestamps") { Description = "Add the time of writing (\"at\", UTC) to each record; output then differs from run to run." };

    internal void AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong("jsonl", "csv", "text");
        command.Add(_format);
        command.Add(_quiet);
        command.Add(_timestamps);
    }

    internal bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    internal RecordWriter CreateWriter(ParseResult parsed, Terminal terminal, string columns) => RecordWriter.Create(
        parsed.GetValue(_format) ?? (terminal.OutputIsTerminal ? "text" : "jsonl"),
        terminal.Output,
        parsed.GetValue(_timestamps) ? TimeProvider.System : null,
        columns);
}
