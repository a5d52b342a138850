using System.Globalization;
using HashMatch.Cli.Output.Records.Triage;
using HashMatch.Pages;
using HashMatch.Triage;
using HashMatch.Triage.Reports;

namespace HashMatch.Cli.Output.QueuePage;

/// <summary>The page's queue: a row a report. On a narrow screen a row becomes a card; the roles keep it a table for those who hear it.</summary>
static class QueueTable
{
    internal static void Write(HtmlText html, TriageView view, int rows, ItemThumbnails? thumbnails)
    {
        var open = view.Queue.Open;
        html.Line($"<section id=\"queue\"><h2>The queue</h2>");
        if (open.Count > rows)
        {
            html.Line($"<p>The first {QueuePage.Count(rows)} of {QueuePage.Count(open.Count)}.</p>");
        }

        if (open.Count == 0)
        {
            html.Line($"<p>Nothing waits.</p></section>");
            return;
        }

        html.Line($"<table class=\"queue reports\" role=\"table\" aria-label=\"Reports in order\"><thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">report</th><th role=\"columnheader\" scope=\"col\">priority</th><th role=\"columnheader\" scope=\"col\">why</th><th role=\"columnheader\" scope=\"col\">items</th><th role=\"columnheader\" scope=\"col\">complete</th><th role=\"columnheader\" scope=\"col\">group</th><th role=\"columnheader\" scope=\"col\">deadline</th></tr></thead><tbody role=\"rowgroup\">");
        for (var i = 0; i < Math.Min(rows, open.Count); i++)
        {
            WriteRow(html, view, open[i], i + 1, thumbnails);
        }

        html.Line($"</tbody></table></section>");
    }

    static void WriteRow(HtmlText html, TriageView view, TriageEntry entry, int place, ItemThumbnails? thumbnails)
    {
        var report = entry.Report;
        html.Line($"<tr role=\"row\" id=\"report-{place}\"><th role=\"rowheader\" scope=\"row\"><span class=\"place\">{place}</span> <span class=\"id\">{report.Id}</span><small>{Origin(report)}{(entry.Status == CaseStatus.Returned ? ", returned" : "")}</small></th>");
        html.Line($"<td role=\"cell\" class=\"priority\" data-label=\"priority\"><span>{entry.Priority}</span></td>");
        WriteFactors(html, entry);
        html.Line($"<td role=\"cell\" data-label=\"items\"><span>{Items(entry.Items)}</span><span class=\"pictures\">");
        foreach (var (name, image) in thumbnails?.Of(report) ?? [])
        {
            html.Line($"<img src=\"{image}\" alt=\"{name}, altered\" loading=\"lazy\">");
        }

        html.Line($"</span></td>");
        WriteCompleteness(html, entry.Completeness);
        WriteGroup(html, view, entry);
        var due = entry.Clock.IsOverdue ? "overdue" : entry.Clock.DaysLeft == 0 ? "less than a day left" : entry.Clock.DaysLeft == 1 ? "1 day left" : string.Create(CultureInfo.InvariantCulture, $"{entry.Clock.DaysLeft} days left");
        html.Line($"<td role=\"cell\" data-label=\"deadline\"><span class=\"{(entry.Clock.DaysLeft <= 3 ? "due now" : entry.Clock.DaysLeft <= 14 ? "due soon" : "due")}\">{due}</span><small>{QueuePage.Time(entry.Clock.Deadline)}</small></td></tr>");
    }

    static void WriteFactors(HtmlText html, TriageEntry entry)
    {
        html.Line($"<td role=\"cell\" data-label=\"why\"><ul class=\"factors\">");
        // Equal points stay in the order of the factors.
        foreach (var factor in entry.Factors.Where(factor => factor.IsApplied).OrderByDescending(factor => factor.Points))
        {
            html.Line($"<li><b>+{factor.Points}</b><span>{factor.Name} <small>{factor.Reason}</small></span></li>");
        }

        html.Line($"</ul></td>");
    }

    static void WriteCompleteness(HtmlText html, Completeness completeness)
    {
        var missing = completeness.MissingRequired.Count > 0 ? "lacks " + Names(completeness.MissingRequired) : "";
        html.Line($"<td role=\"cell\" data-label=\"complete\"><span>{Completeness.NameOf(completeness.Level)}</span><small>{missing}</small>");
        if (completeness.Questions.Count > 0)
        {
            html.Line($"<details><summary>{completeness.Questions.Count} to ask</summary><ul>");
            foreach (var question in completeness.Questions)
            {
                html.Line($"<li>{question}</li>");
            }

            html.Line($"</ul></details>");
        }

        html.Line($"</td>");
    }

    static void WriteGroup(HtmlText html, TriageView view, TriageEntry entry)
    {
        if (entry.Group is not { } group)
        {
            html.Line($"<td role=\"cell\" data-label=\"group\"><span>–</span></td>");
            return;
        }

        var across = CrossingText.Of(group.CrossesSystems, group.CrossesJurisdictions);
        html.Line($"<td role=\"cell\" data-label=\"group\"><span><a href=\"#group-{view.NumberOf(group)}\">{view.NumberOf(group)}</a></span><small>{group.Members.Count} reports</small><small>{across}</small></td>");
    }

    static string Origin(Report report) => string.Join(", ", new[] { report.Source, report.Jurisdiction, report.IncidentType }.OfType<string>());

    static string Names(IReadOnlyList<ReportParts> parts) => string.Join(", ", parts.Select(ReportPart.NamesOf));

    static string Items(ItemCounts items)
    {
        (int Count, string Name)[] counts =
        [
            (items.FirstGeneration, "first-generation"), (items.Known, "known"), (items.Repeat, "repeat"), (items.Suppressed, "suppressed"),
            (items.Uncertain, "uncertain"), (items.Failed, "unreadable"), (items.Undecided, "without verdict"),
        ];
        return items.Total == 0 ? "none"
            : string.Join(", ", counts.Where(count => count.Count > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count}\u00A0{count.Name}")));
    }
}
