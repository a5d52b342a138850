using System.CommandLine;
using HashMatch.Cli.Output;
using HashMatch.Cli.Output.Records.Triage;
using HashMatch.Triage;

namespace HashMatch.Cli.Commands.Triage;

/// <summary><c>triage export ID|--group N --to vics|csv --output FILE</c>: a report, or the group it belongs to, for case tools.</summary>
static class TriageExportCommand
{
    const string Vics = "vics";

    internal static Command Create(Terminal terminal)
    {
        var triage = new TriageOptions();
        var id = new Argument<string>("ID") { Description = "A report; its whole group goes with it.", Arity = ArgumentArity.ZeroOrOne };
        var source = ReportOption.Source();
        var group = new Option<int>("--group") { HelpName = "N", Description = "A group, by the number that 'triage links' gives it, such as --group 2." };
        var to = new Option<string>("--to") { HelpName = "vics|csv", Description = "vics: a VICS 2.0 document with an entry an item that has a hash; csv: a table with a row an item.", Required = true };
        var target = new Option<string>("--output", "-o") { HelpName = "FILE", Description = "The file to write; an older one is replaced when the new one is whole. Such as -o case.json.", Required = true };
        var output = new OutputOptions();
        var command = new Command("export", "Writes the items of a group of reports for case tools.") { id, source, group, to, target };
        group.RequireAtLeast(1);
        to.AcceptOnlyFromAmong(Vics, "csv");
        triage.AddTo(command);
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(id) is null == result.GetResult(group) is null)
            {
                result.AddError("Give the ID of a report or --group, one of both.");
            }
        });
        command.SetAction(parsed =>
        {
            using var catalog = triage.Open(parsed);
            var named = parsed.GetValue(id) is { } report ? ReportOption.Find(catalog.Reports, report, parsed.GetValue(source)) : ((string Id, string? Source)?)null;
            var view = triage.Read(parsed, catalog);
            var entries = named is { } one ? WithGroup(view, view.Links.PositionOf(one.Id, one.Source)!.Value) : GroupOf(view, parsed.GetValue(group));
            var file = parsed.GetRequiredValue(target);
            var format = parsed.GetRequiredValue(to);
            using var writer = output.CreateWriter(parsed, terminal, ExportRecord.Columns);
            writer.Write(format == Vics
                ? OutputFile.Write(file, "document", stream => CaseFiles.WriteVics(stream, file, entries))
                : OutputFile.Write(file, "table", stream => CaseFiles.WriteCsv(stream, file, entries, view)));
            return ExitCode.Done;
        });
        return command;
    }

    static IReadOnlyList<TriageEntry> WithGroup(TriageView view, int position) =>
        view.Links.GroupOf(position) is { } group ? [.. group.Members.Select(view.EntryAt)] : [view.EntryAt(position)];

    static IReadOnlyList<TriageEntry> GroupOf(TriageView view, int number) => number <= view.Links.Groups.Count
        ? [.. view.Links.Groups[number - 1].Members.Select(view.EntryAt)]
        : throw new CommandException(ExitCode.SomeFailed, $"there is no group {number}: there are {view.Links.Groups.Count}.");
}
