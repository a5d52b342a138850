using HashMatch.Triage.Links;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>How well the links find what belongs together, by pairs of reports.</summary>
/// <param name="Planted">Pairs of planted groups.</param>
/// <param name="PlantedFound">Those of them that are in one group.</param>
/// <param name="Found">Pairs in one group.</param>
/// <param name="FoundRight">Those of them that truly belong together: to one planted group, or by a picture that both have.</param>
/// <param name="Touching">Pairs in one group of which one at least belongs to a planted group.</param>
/// <param name="TouchingRight">Those of them that truly belong together.</param>
readonly record struct GroupFigures(long Planted, long PlantedFound, long Found, long FoundRight, long Touching, long TouchingRight)
{
    internal double Recall => Share(PlantedFound, Planted);

    internal double Precision => Share(FoundRight, Found);

    /// <summary>The precision where it is hardest: the many copies of one picture do not count.</summary>
    internal double PlantedPrecision => Share(TouchingRight, Touching);

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
                var isRight = BelongTogether(reports[left], reports[right]) ? 1 : 0;
                var touching = reports[left].Group >= 0 || reports[right].Group >= 0 ? 1 : 0;
                figures = figures with
                {
                    Found = figures.Found + 1,
                    FoundRight = figures.FoundRight + isRight,
                    Touching = figures.Touching + touching,
                    TouchingRight = figures.TouchingRight + (touching * isRight),
                };
            }
        }

        return figures;
    }

    /// <summary>Whoever has the picture of a planted group belongs with it too.</summary>
    static bool BelongTogether(PlantedReport left, PlantedReport right) =>
        Array.Exists(left.Contents, content => Array.Exists(right.Contents, other => other.Number == content.Number)) ||
        left.Groups.Any(group => right.Groups.Contains(group));

    static double Share(long part, long whole) => whole == 0 ? 1 : (double)part / whole;

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
