using System.Globalization;
using HashMatch.Pages;
using HashMatch.Triage;
using HashMatch.Triage.FollowUps;

namespace HashMatch.Cli.Output.QueuePage;

/// <summary>The queue for a person to read.</summary>
static class QueuePage
{
    /// <summary>More rows than anyone reads in a day.</summary>
    internal const int DefaultRows = 500;

    /// <summary>The page; the same queue gives the same bytes.</summary>
    /// <param name="view">The queue.</param>
    /// <param name="rows">How many reports are shown at most.</param>
    /// <param name="thumbnails">Makes pictures of items; null for a page without any.</param>
    internal static string Of(TriageView view, int rows, ItemThumbnails? thumbnails) =>
        HtmlPage.Of("HashMatch triage", HtmlPage.Resource(typeof(QueuePage).Assembly, "queue.css"), html =>
        {
            var stats = TriageStats.Of([.. view.Queue.Open.Concat(view.Queue.Closed).Select(entry => entry.Case)]);
            html.Line($"<a class=\"skip\" href=\"#queue\">Go to the queue</a>");
            WriteHead(html, view, stats.Overall);
            StreamCharts.Write(html, view, stats);
            QueueTable.Write(html, view, rows, thumbnails);
            GroupTable.Write(html, view, rows);
            WriteMethod(html, view);
        });

    /// <summary>A count with its digits in threes.</summary>
    internal static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A time to the minute, UTC.</summary>
    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    static void WriteHead(HtmlText html, TriageView view, SourceStats all)
    {
        var open = view.Queue.Open;
        var overdue = open.Count(entry => entry.Clock.IsOverdue);
        var soon = open.Count(entry => entry.Clock.DaysLeft is >= 0 and <= 14);
        html.Line($"<header><h1>What needs a person first</h1>");
        html.Line($"<p><strong>{Count(open.Count)} reports wait.</strong> {Share(all)} {Deadlines(overdue, soon)}</p>");
        html.Line($"<dl><div><dt>waiting</dt><dd>{Count(open.Count)}</dd></div><div><dt>of these, returned</dt><dd>{Count(open.Count(entry => entry.Status == CaseStatus.Returned))}</dd></div><div><dt>done with</dt><dd>{Count(view.Queue.Closed.Count)}</dd></div><div><dt>groups</dt><dd>{Count(view.Links.Groups.Count)}</dd></div><div><dt>across systems</dt><dd>{Count(view.Links.Groups.Count(group => group.CrossesSystems))}</dd></div><div><dt>items</dt><dd>{Count(all.Items.Total)}</dd></div><div><dt>as of (UTC)</dt><dd>{Time(view.Now)}</dd></div></dl></header>");
    }

    static string Share(SourceStats all) => all.CopiesRemovedPermille is { } permille
        ? string.Create(CultureInfo.InvariantCulture, $"Of {Count(all.Items.Total)} items, {Count(all.CopiesRemoved)} ({permille / 10m:0.0}\u00A0%) are copies nobody has to look at once more; {Count(all.Items.FirstGeneration)} were never seen before.")
        : "They have no items.";

    static string Deadlines(int overdue, int soon) => (overdue, soon) switch
    {
        (0, 0) => "No deadline lies within the next 14 days.",
        (0, _) => $"The deadline of {Count(soon)} lies within 14 days.",
        _ => $"The deadline of {Count(overdue)} has passed; that of {Count(soon)} lies within 14 days.",
    };

    static void WriteMethod(HtmlText html, TriageView view)
    {
        html.Line($"<section><h2>How the order comes about</h2><ul>");
        html.Line($"<li>A priority is the sum of the points beside a report, whole numbers by the rules of version <strong>{view.Rules.Version}</strong>. Each factor says what it rests on; what adds nothing is not shown.</li>");
        html.Line($"<li>Equal priorities: the nearer deadline comes first, then what arrived first.</li>");
        html.Line($"<li>Whether a report is complete moves it nowhere: what is missing is there to be asked for.</li>");
        html.Line($"<li>A repeat that says nothing new adds nothing, and never leaves the queue by itself. Nothing is taken out but by a person who closed it.</li>");
        html.Line($"<li>Groups are reports that each have an item, an account or a device in common with the earliest of them.</li>");
        html.Line($"<li class=\"digits\">Fingerprint of the rules: {view.Rules.Fingerprint}</li></ul></section>");
    }
}
