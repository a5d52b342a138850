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

        long pf = 0, pr = 0; var kinds = new SortedDictionary<string, (long, long)>();
        foreach (var group in links.Groups)
        {
            foreach (var (left, right) in Pairs(group.Members))
            {
                if (reports[left].Group >= 0 || reports[right].Group >= 0) { pf++; pr += BelongTogether(reports[left], reports[right]) ? 1 : 0; }
            }
            var size = group.Members.Count < 4 ? "a<4" : group.Members.Count < 13 ? "b<13" : group.Members.Count < 50 ? "c<50" : group.Members.Count < 200 ? "d<200" : "e";
            var (f, r) = kinds.GetValueOrDefault(size);
            foreach (var (left, right) in Pairs(group.Members)) { f++; r += BelongTogether(reports[left], reports[right]) ? 1 : 0; }
            kinds[size] = (f, r);
        }
        Console.WriteLine($"planted pairs found {pf} right {pr}"); foreach (var (k, v) in kinds) { Console.WriteLine($"{k} {v.Item1} {(double)v.Item2 / v.Item1:0.000}"); }

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
