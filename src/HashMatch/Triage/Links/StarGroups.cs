using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Triage.Links;

/// <summary>Groups of reports by star.</summary>
/// <remarks>
/// A key never belongs to two of those that stand for groups: who bears claimed keys joins by the one that says most, unless
/// one it has in common with later reports says more. So one look at each key of a report finds everyone it could join,
/// however many bear the key.
/// </remarks>
static class StarGroups
{
    /// <summary>For every report its group, null for one that stands alone.</summary>
    internal static ReportGroup?[] Find(Report[] reports, KeySpace[] spaces, ItemContents contents, LinkRules rules)
    {
        StarClaims claims = new(spaces, contents, rules);
        var standsFor = new int[reports.Length];
        for (var report = 0; report < reports.Length; report++)
        {
            standsFor[report] = claims.Join(report);
        }

        return GroupsOf(reports, standsFor);
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
}
