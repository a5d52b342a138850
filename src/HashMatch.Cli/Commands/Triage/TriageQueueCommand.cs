using System.CommandLine;
using HashMatch.Cli.Output;
using HashMatch.Cli.Output.QueuePage;
using HashMatch.Cli.Output.Records.Triage;
using HashMatch.Triage;

namespace HashMatch.Cli.Commands.Triage;

/// <summary><c>triage queue --catalog DB</c>: the reports that wait, what needs a person first comes first, each with why.</summary>
static class TriageQueueCommand
{
    internal static Command Create(Terminal terminal)
    {
        var triage = new TriageOptions();
        var limit = new Option<int>("--limit") { HelpName = "N", Description = "Only the first N. Default: all.", DefaultValueFactory = _ => int.MaxValue };
        var all = new Option<bool>("--all") { Description = "The closed reports too, behind those that wait." };
        var html = new Option<string>("--html") { HelpName = "FILE", Description = "Also write one page to read, complete in itself: the queue with its factors, groups and clocks, and plots of the stream. Its table ends after 500 reports unless --limit says otherwise. Such as --html queue.html." };
        var thumbnails = new Option<string>("--thumbnails") { HelpName = "grey|blurred", Description = "Show the items' pictures on the page, 64 pixels at most and altered so, of files that are still there. They are made for the page alone; without this it has none. Such as --thumbnails blurred." };
        var output = new OutputOptions();
        var command = new Command("queue", "The reports that wait for a person, in order, each with every factor of its priority.");
        limit.RequireAtLeast(0);
        thumbnails.AcceptOnlyFromAmong("grey", "blurred");
        triage.AddTo(command);
        command.Add(limit);
        command.Add(all);
        command.Add(html);
        command.Add(thumbnails);
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(thumbnails) is not null && result.GetResult(html) is null)
            {
                result.AddError("--thumbnails are for the page of --html.");
            }
        });
        command.SetAction(parsed =>
        {
            using var catalog = triage.Open(parsed);
            var view = triage.Read(parsed, catalog);
            using var writer = output.CreateWriter(parsed, terminal, TriageRecord.Columns);
            var place = 0;
            foreach (var entry in Shown(view, parsed.GetValue(limit), parsed.GetValue(all)))
            {
                writer.Write(new TriageRecord(entry.Status == CaseStatus.Closed ? null : ++place, entry, view));
            }

            // Behind the records, which are worth having where the page cannot be written.
            if (parsed.GetValue(html) is { } page)
            {
                var rows = parsed.GetResult(limit) is { Implicit: false } ? parsed.GetValue(limit) : QueuePage.DefaultRows;
                var pictures = parsed.GetValue(thumbnails) is { } manner ? new ItemThumbnails(catalog.Reports, isGrey: manner == "grey") : null;
                OutputFile.WritePage(page, QueuePage.Of(view, rows, pictures));
            }

            return ExitCode.Done;
        });
        return command;
    }

    static IEnumerable<TriageEntry> Shown(TriageView view, int limit, bool all) =>
        (all ? view.Queue.Open.Concat(view.Queue.Closed) : view.Queue.Open).Take(limit);
}
