using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Triage.Links;

/// <summary>Groups of reports by star.</summary>
static class StarGroups
{
    /// <summary>For every report its group, null for one that stands alone.</summary>
    /// <remarks>
    /// A key never belongs to two of those that stand for groups: who bears a claimed key that is strong enough joins. So
    /// one look at each key of a report finds everyone it could join, however many bear the key.
    /// </remarks>
    internal static ReportGroup?[] Find(Report[] reports, KeySpace[] spaces, LinkRules rules)
    {
        var claims = spaces.Select(space => Unclaimed(space.KeyCount)).ToArray();
        var standsFor = new int[reports.Length];
        for (var report = 0; report < reports.Length; report++)
        {
            var (best, strength) = (report, -1);
            for (var space = 0; space < spaces.Length; space++)
            {
                foreach (var bearing in spaces[space].Of(report))
                {
                    var other = claims[space][bearing.Key];
                    if (other >= 0 && spaces[space].StrengthOf(bearing, rules) is var found && found >= rules.GroupAtLeast &&
                        (found > strength || (found == strength && other < best)))
                    {
                        (best, strength) = (other, found);
                    }
                }
            }

            standsFor[report] = best;
            if (best == report)
            {
                Claim(report, spaces, claims, rules);
            }
        }

        return GroupsOf(reports, standsFor);
    }

    static void Claim(int report, KeySpace[] spaces, int[][] claims, LinkRules rules)
    {
        for (var space = 0; space < spaces.Length; space++)
        {
            foreach (var bearing in spaces[space].Of(report))
            {
                ref var claim = ref claims[space][bearing.Key];
                claim = claim < 0 && spaces[space].CountOf(bearing.Key) <= rules.CommonAbove ? report : claim;
            }
        }
    }

    static ReportGroup?[] GroupsOf(Report[] reports, int[] standsFor)
    {
        var members = new List<int>?[reports.Length];
        for (var report = 0; report < reports.Length; report++)
        {
            (members[standsFor[report]] ??= []).Add(report);
        }

        var groups = new ReportGroup?[reports.Length];
        for (var report = 0; report < reports.Length; report++)
        {
            if (members[report] is { Count: > 1 } found)
            {
                groups[report] = new ReportGroup([.. found], Names(found.Select(member => reports[member].Source)),
                    Names(found.Select(member => reports[member].Jurisdiction)));
            }
            else
            {
                groups[report] = groups[standsFor[report]];
            }
        }

        return groups;
    }

    static string[] Names(IEnumerable<string?> names) => [.. names.OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    static int[] Unclaimed(int count)
    {
        var claims = new int[count];
        Array.Fill(claims, -1);
        return claims;
    }
}
