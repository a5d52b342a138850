using System.CommandLine;

namespace HashMatch.Cli.Commands;

/// <summary><c>match PATH… --known LIST…</c>: like scan, but against lists only.</summary>
static class MatchCommand
{
    internal static Command Create(Terminal terminal) =>
        VerdictCommand.Create("match", "Like scan, but against lists only: images are not compared with one another.",
            compareWithinRun: false, terminal);
}
