using HashMatch.Triage.Links;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>How well the links find what belongs together, by pairs of reports.</summary>
/// <param name="Planted">Pairs of planted groups.</param>
/// <param name="PlantedFound">Those of them that are in one group.</param>
/// <param name="Found">Pairs in one group.</param>
/// <param name="FoundRight">Those of them that truly belong together: to a planted group, or by a picture that both have.</param>
readonly record struct GroupFigures(long Planted, long PlantedFound, long Found, long FoundRight)
{
    internal double Recall => Planted == 0 ? 1 : (double)PlantedFound / Planted;

    internal double Precision => Found == 0 ? 1 : (double)FoundRight / Found;

    internal static GroupFigures Of(Caseload caseload, ReportLinks links)
    {
        var reports = caseload.Reports;
        GroupFigures figures = default;
        foreach (var group in Enumerable.Range(0, reports.Count).Where(report => reports[report].Group >= 0).GroupBy(report => reports[report].Group))
        {
            foreach (var (left, right) in Pairs([.. group]))
            {
                var isFound = links.GroupOf(left) is { } found && ReferenceEquals(found, links.GroupOf(right));
                figures = figures with { Planted = figures.Planted + 1, PlantedFound = figures.PlantedFound + (isFound ? 1 : 0) };
            }
        }

        foreach (var group in links.Groups)
        {
            foreach (var (left, right) in Pairs(group.Members))
            {
                figures = figures with { Found = figures.Found + 1, FoundRight = figures.FoundRight + (BelongTogether(reports[left], reports[right]) ? 1 : 0) };
            }
        }

        return figures;
    }

    static bool BelongTogether(PlantedReport left, PlantedReport right) => (left.Group >= 0 && left.Group == right.Group) ||
        Array.Exists(left.Contents, content => Array.Exists(right.Contents, other => other.Number == content.Number));

    static IEnumerable<(int Left, int Right)> Pairs(IReadOnlyList<int> members)
    {
        for (var left = 0; left < members.Count; left++)
        {
            for (var right = left + 1; right < members.Count; right++)
            {
                yield return (members[left], members[right]);
            }
        }
    }
}
