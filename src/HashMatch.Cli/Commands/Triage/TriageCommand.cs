using System.CommandLine;

namespace HashMatch.Cli.Commands.Triage;

/// <summary><c>triage ingest|queue|show|links|feedback|stats|export</c>: reports over a catalogue, what needs a person first comes first.</summary>
static class TriageCommand
{
    internal static Command Create(Terminal terminal) => new("triage", "Order reports by what needs a person first, by rules that explain themselves.")
    {
        TriageIngestCommand.Create(terminal),
        TriageQueueCommand.Create(terminal),
        TriageShowCommand.Create(terminal),
        TriageLinksCommand.Create(terminal),
        TriageFeedbackCommand.Create(terminal),
        TriageStatsCommand.Create(terminal),
        TriageExportCommand.Create(terminal),
    };
}
