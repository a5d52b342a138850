using System.CommandLine;

namespace HashMatch.Cli.Commands;

/// <summary><c>scan PATH…</c>: the main job, one verdict per input against lists and against what came before.</summary>
static class ScanCommand
{
    internal static Command Create(Terminal terminal) =>
        VerdictCommand.Create("scan", "One verdict per image: known, repeat, first-generation, uncertain, suppressed or failed.",
            compareWithinRun: true, terminal);
}
