using HashMatch.Pages;
using HashMatch.Triage.Links;

namespace HashMatch.Cli.Output.QueuePage;

/// <summary>The page's groups with a report that waits: all that the rows above name, then the largest of the others.</summary>
static class GroupTable
{
    const int MostGroups = 50;

    /// <summary>Places in the queue that are named of one group.</summary>
    const int MostPlaces = 12;

    /// <param name="html">The page.</param>
    /// <param name="view">The queue.</param>
    /// <param name="rows">How many reports have a row on the page at most.</param>
    internal static void Write(HtmlText html, TriageView view, int rows)
    {
        Dictionary<ReportGroup, List<int>> waiting = new(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < view.Queue.Open.Count; i++)
        {
            if (view.Queue.Open[i].Group is { } group)
            {
                (waiting.TryGetValue(group, out var places) ? places : waiting[group] = []).Add(i + 1);
            }
        }

        html.Line($"<section id=\"groups\"><h2>Groups</h2>");
        if (waiting.Count == 0)
        {
            html.Line($"<p>No report that waits has enough in common with another.</p></section>");
            return;
        }

        List<ReportGroup> shown = [.. Shown(waiting, view, rows)];
        if (shown.Count < waiting.Count)
        {
            html.Line($"<p>{QueuePage.Count(shown.Count)} of {QueuePage.Count(waiting.Count)}: those of the rows above, and the largest.</p>");
        }

        html.Line($"<table class=\"queue groups\" role=\"table\" aria-label=\"Groups of reports\"><thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">group</th><th role=\"columnheader\" scope=\"col\">reports</th><th role=\"columnheader\" scope=\"col\">waiting</th><th role=\"columnheader\" scope=\"col\">places in the queue</th><th role=\"columnheader\" scope=\"col\">systems</th><th role=\"columnheader\" scope=\"col\">jurisdictions</th></tr></thead><tbody role=\"rowgroup\">");
        foreach (var group in shown)
        {
            WriteRow(html, view, group, waiting[group], rows);
        }

        html.Line($"</tbody></table></section>");
    }

    static IEnumerable<ReportGroup> Shown(Dictionary<ReportGroup, List<int>> waiting, TriageView view, int rows)
    {
        // Of equal sizes the group with the earliest report first.
        var bySize = waiting.Keys.OrderByDescending(group => group.Members.Count).ThenBy(view.NumberOf).ToList();
        var largest = bySize.Take(MostGroups).ToHashSet();
        return bySize.Where(group => waiting[group][0] <= rows || largest.Contains(group));
    }

    static void WriteRow(HtmlText html, TriageView view, ReportGroup group, List<int> places, int rows)
    {
        html.Line($"<tr role=\"row\" id=\"group-{view.NumberOf(group)}\"><th role=\"rowheader\" scope=\"row\"><span class=\"place\">{view.NumberOf(group)}</span> <span class=\"id\">{view.RepresentativeOf(group).Id}</span><small>stands for it, as the earliest</small></th><td role=\"cell\" data-label=\"reports\"><span>{group.Members.Count}</span></td><td role=\"cell\" data-label=\"waiting\"><span>{places.Count}</span></td>");
        html.Line($"<td role=\"cell\" data-label=\"places\"><span>");
        foreach (var place in places.Take(MostPlaces))
        {
            if (place <= rows)
            {
                html.Line($"<a href=\"#report-{place}\">{place}</a>");
            }
            else
            {
                html.Line($"{place}");
            }
        }

        html.Line($"{(places.Count > MostPlaces ? "…" : "")}</span></td><td role=\"cell\" data-label=\"systems\"><span>{Names(group.Sources)}</span></td><td role=\"cell\" data-label=\"jurisdictions\"><span>{Names(group.Jurisdictions)}</span></td></tr>");
    }

    static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "–" : string.Join(", ", names);
}
