using System.CommandLine;
using HashMatch.Cli.Output;
using HashMatch.Cli.Output.Records.Triage;

namespace HashMatch.Cli.Commands.Triage;

/// <summary><c>triage links [ID] --catalog DB</c>: groups of reports, and what links them; of one report its group and its links.</summary>
static class TriageLinksCommand
{
    internal static Command Create(Terminal terminal)
    {
        var triage = new TriageOptions();
        var id = new Argument<string>("ID") { Description = "Only this report's.", Arity = ArgumentArity.ZeroOrOne };
        var source = ReportOption.Source();
        var output = new OutputOptions();
        var command = new Command("links", "The groups of reports, then what so many have in common that it joins no group, then each link with its reason and strength.") { id, source };
        triage.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using var catalog = triage.Open(parsed);
            var named = parsed.GetValue(id) is { } report ? ReportOption.Find(catalog.Reports, report, parsed.GetValue(source)) : ((string Id, string? Source)?)null;
            var view = triage.Read(parsed, catalog);
            using var writer = output.CreateWriter(parsed, terminal, GroupRecord.Columns);
            foreach (var record in named is { } one ? Of(view, view.Links.PositionOf(one.Id, one.Source)!.Value) : All(view))
            {
                writer.Write(record);
            }

            return ExitCode.Done;
        });
        return command;
    }

    static IEnumerable<IRecord> All(TriageView view) =>
    [
        .. view.Links.Groups.Select(group => new GroupRecord(group, view)),
        .. view.Links.Common.Select(common => new CommonThingRecord(common, view)),
        .. view.Links.Links.Select(link => new LinkRecord(link, view)),
    ];

    static IEnumerable<IRecord> Of(TriageView view, int position)
    {
        if (view.Links.GroupOf(position) is { } group)
        {
            yield return new GroupRecord(group, view);
        }

        foreach (var link in view.Links.LinksOf(position))
        {
            yield return new LinkRecord(link, view);
        }
    }
}
