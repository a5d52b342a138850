using System.CommandLine;
using HashMatch.Cli.Output.Records.Triage;

namespace HashMatch.Cli.Commands.Triage;

/// <summary><c>triage show ID --catalog DB</c>: everything about one report.</summary>
static class TriageShowCommand
{
    internal static Command Create(Terminal terminal)
    {
        var triage = new TriageOptions();
        var id = ReportOption.Argument();
        var source = ReportOption.Source();
        var output = new OutputOptions();
        var command = new Command("show", "Everything about one report: its place and factors, what its items are and why, what links it to which reports and how strongly, all it ever said, and what was done with it.") { id, source };
        triage.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using var catalog = triage.Open(parsed);
            var named = ReportOption.Find(catalog.Reports, parsed.GetRequiredValue(id), parsed.GetValue(source));
            var view = triage.Read(parsed, catalog);
            var history = catalog.Reports.ReadHistory(named.Id, named.Source)!;
            var entry = view.EntryAt(view.Links.PositionOf(named.Id, named.Source)!.Value);
            using var writer = output.CreateWriter(parsed, terminal, ReportRecord.Columns);
            writer.Write(new ReportRecord(entry, view, history));
            return ExitCode.Done;
        });
        return command;
    }
}
