using HashMatch.Cli.Pipeline;
using HashMatch.Pages;
using HashMatch.Triage;
using HashMatch.Triage.Links;

namespace HashMatch.Cli.Output.QueuePage;

/// <summary>The page's groups with a report that waits, the largest first.</summary>
static class GroupTable
{
    const int MostGroups = 50;

    internal static void Write(HtmlText html, TriageView view)
    {
        // A stable sort: of equal sizes the group with the earliest report first.
        List<ReportGroup> groups = [.. view.Links.Groups.Where(group => group.Members.Any(member => view.EntryAt(member).Status != CaseStatus.Closed))
            .OrderByDescending(group => group.Members.Count)];
        html.Line($"<section><h2>Groups</h2>");
        if (groups.Count == 0)
        {
            html.Line($"<p>No report that waits has enough in common with another.</p></section>");
            return;
        }

        if (groups.Count > MostGroups)
        {
            html.Line($"<p>The {MostGroups} largest of {QueuePage.Count(groups.Count)}.</p>");
        }

        html.Line($"<table class=\"queue\" role=\"table\" aria-label=\"Groups of reports\"><thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">group</th><th role=\"columnheader\" scope=\"col\">reports</th><th role=\"columnheader\" scope=\"col\">waiting</th><th role=\"columnheader\" scope=\"col\">systems</th><th role=\"columnheader\" scope=\"col\">jurisdictions</th></tr></thead><tbody role=\"rowgroup\">");
        foreach (var group in groups.Take(MostGroups))
        {
            var waiting = group.Members.Count(member => view.EntryAt(member).Status != CaseStatus.Closed);
            html.Line($"<tr role=\"row\"><th role=\"rowheader\" scope=\"row\"><span class=\"place\">{view.NumberOf(group)}</span> <span class=\"id\">{view.RepresentativeOf(group).Id}</span><small>stands for it, as the earliest</small></th><td role=\"cell\" data-label=\"reports\"><span>{group.Members.Count}</span></td><td role=\"cell\" data-label=\"waiting\"><span>{waiting}</span></td><td role=\"cell\" data-label=\"systems\"><span>{Names(group.Sources)}</span></td><td role=\"cell\" data-label=\"jurisdictions\"><span>{Names(group.Jurisdictions)}</span></td></tr>");
        }

        html.Line($"</tbody></table></section>");
    }

    static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "–" : string.Join(", ", names);
}
