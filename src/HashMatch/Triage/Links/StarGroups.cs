using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Triage.Links;

/// <summary>Groups of reports by star.</summary>
/// <remarks>
/// A key never belongs to two of those that stand for groups: who bears a claimed key that is strong enough joins. So one
/// look at each key of a report finds everyone it could join, however many bear the key.
/// </remarks>
sealed class StarGroups
{
    readonly Report[] _reports;
    readonly KeySpace[] _spaces;
    readonly KeySpace _pictures;
    readonly ItemContents _contents;
    readonly LinkRules _rules;
    readonly int[][] _claims;

    StarGroups(Report[] reports, KeySpace[] spaces, ItemContents contents, LinkRules rules)
    {
        (_reports, _spaces, _contents, _rules) = (reports, spaces, contents, rules);
        _pictures = Array.Find(spaces, static space => space.Reason == LinkReason.NearHash)!;
        _claims = [.. spaces.Select(space => Unclaimed(space.KeyCount))];
    }

    /// <summary>For every report its group, null for one that stands alone.</summary>
    internal static ReportGroup?[] Find(Report[] reports, KeySpace[] spaces, ItemContents contents, LinkRules rules)
    {
        StarGroups groups = new(reports, spaces, contents, rules);
        var standsFor = new int[reports.Length];
        for (var report = 0; report < reports.Length; report++)
        {
            standsFor[report] = groups.Join(report);
            if (standsFor[report] == report)
            {
                groups.Claim(report);
            }
        }

        return groups.GroupsOf(standsFor);
    }

    /// <summary>
    /// The report to join: by what says most. A report that has more in common with later ones than with any that stands
    /// for a group stands for them itself.
    /// </summary>
    int Join(int report)
    {
        GroupEvidence? joined = null, own = null;
        for (var space = 0; space < _spaces.Length; space++)
        {
            foreach (var bearing in _spaces[space].Of(report))
            {
                var other = _claims[space][bearing.Key];
                GroupEvidence evidence = new(_spaces[space].Reason, SharingOf(_spaces[space], bearing), _spaces[space].StrengthOf(bearing, _rules), other);
                if (evidence.Strength >= _rules.GroupAtLeast && other >= 0)
                {
                    joined = evidence.IsBetterThan(joined) ? evidence : joined;
                }
                else if (evidence.Strength >= _rules.GroupAtLeast && _spaces[space].CountOf(bearing.Key) > 1 && MayClaim(_spaces[space], bearing))
                {
                    own = evidence.IsBetterThan(own) ? evidence : own;
                }
            }
        }

        return joined is not { } found || own?.SaysMoreThan(found) == true ? report : found.Report;
    }

    void Claim(int report)
    {
        for (var space = 0; space < _spaces.Length; space++)
        {
            foreach (var bearing in _spaces[space].Of(report))
            {
                ref var claim = ref _claims[space][bearing.Key];
                claim = claim < 0 && MayClaim(_spaces[space], bearing) ? report : claim;
            }
        }
    }

    /// <summary>Whether few enough have it, and the picture whose bytes these are is not another's already.</summary>
    bool MayClaim(KeySpace space, Bearing bearing) => SharingOf(space, bearing) <= _rules.CommonAbove &&
        (PictureOf(space, bearing) is not { } picture || ClaimOf(picture) is var claim && (claim < 0 || claim == bearing.Report));

    /// <summary>How many reports have it; of bytes, how many have the picture.</summary>
    int SharingOf(KeySpace space, Bearing bearing) => PictureOf(space, bearing) is { } picture
        ? Math.Max(space.CountOf(bearing.Key), _pictures.CountOf(picture))
        : space.CountOf(bearing.Key);

    /// <summary>The picture whose bytes these are, if a hash tells.</summary>
    int? PictureOf(KeySpace space, Bearing bearing) => space.Reason == LinkReason.SameBytes &&
        _contents.Of(bearing.Report, bearing.Item) is var content && content < _pictures.KeyCount ? content : null;

    int ClaimOf(int picture) => _claims[Array.IndexOf(_spaces, _pictures)][picture];

    ReportGroup?[] GroupsOf(int[] standsFor)
    {
        var members = new List<int>?[_reports.Length];
        for (var report = 0; report < _reports.Length; report++)
        {
            (members[standsFor[report]] ??= []).Add(report);
        }

        var groups = new ReportGroup?[_reports.Length];
        for (var report = 0; report < _reports.Length; report++)
        {
            if (members[report] is { Count: > 1 } found)
            {
                groups[report] = new ReportGroup([.. found], Names(found.Select(member => _reports[member].Source)),
                    Names(found.Select(member => _reports[member].Jurisdiction)));
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
