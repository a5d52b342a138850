using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Triage.Links;

/// <summary>Which reports have what in common, and the groups they form. Immutable; safe from any thread.</summary>
/// <remarks>
/// <para>
/// Reports are linked by items of the same bytes or near hashes, by accounts and by devices. Each such thing links the
/// reports that have it through one of them, its hub, so that what n reports have in common gives n - 1 links;
/// <see cref="ReportLink.Sharing"/> tells n. Near hashes are grouped into contents first, stars around one hash
/// each, as <c>StarClusters</c> forms them; two near hashes in different contents give one link more.
/// </para>
/// <para>
/// Groups are stars too: in the order of arrival a report joins the one it has most telling things in common with among
/// those that already stand for a group, or else stands for a group itself. An account or a device tells more than a
/// picture, which goes from hand to hand, and of pictures that tells more which fewer reports have; a report that has
/// more telling things in common with later reports waits for them. Who stands for a group does so by all its accounts and
/// devices or by its rarest picture, and by its other pictures as far as more of those who have them are of the group
/// than chance explains. So a report that two strangers each share a picture with does not make the strangers one group;
/// near hashes in different contents, and what more than <see cref="LinkRules.CommonAbove"/> reports have in common, join
/// nobody.
/// </para>
/// <para>
/// The result depends on the reports and the rules alone, not on the order in which they are given or on the number of
/// threads. A hundred thousand reports with a million items, each with a digest and a hash, take half a gigabyte while it
/// is found, mostly by the item. Kept are about 60 bytes a link, 100 a report and 4 an item.
/// </para>
/// </remarks>
public sealed class ReportLinks
{
    readonly ReportLink[] _links;
    readonly int[] _bySecond;
    readonly ReportGroup?[] _groupOf;
    readonly Dictionary<(string Id, string? Source), int> _positions;
    readonly ItemContents _contents;

    ReportLinks(Report[] reports, Dictionary<(string Id, string? Source), int> positions, ItemContents contents,
        ReportLink[] links, List<CommonThing> common, ReportGroup?[] groupOf)
    {
        Reports = reports;
        Common = common;
        Groups = [.. groupOf.Where((group, report) => group?.Representative == report)!];
        _positions = positions;
        _contents = contents;
        _links = links;
        _groupOf = groupOf;
        _bySecond = [.. Enumerable.Range(0, links.Length)];
        Array.Sort(Array.ConvertAll(_bySecond, link => ((long)links[link].Second << 32) | (uint)link), _bySecond);
    }

    /// <summary>The reports by arrival, then id, then source; positions name them everywhere here.</summary>
    public IReadOnlyList<Report> Reports { get; }

    /// <summary>All links, by first report, second report and reason, each such triple once.</summary>
    public IReadOnlyList<ReportLink> Links => _links;

    /// <summary>The groups of at least two reports, that with the earliest first.</summary>
    public IReadOnlyList<ReportGroup> Groups { get; }

    /// <summary>What too many reports have in common to form a group by it, by reason and hub.</summary>
    public IReadOnlyList<CommonThing> Common { get; }

    /// <summary>Links reports.</summary>
    /// <param name="reports">The reports, in any order.</param>
    /// <param name="rules">What links them.</param>
    /// <param name="threads">How many threads may work, at least 1.</param>
    /// <exception cref="ArgumentException">Two reports have the same id and source.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static ReportLinks Find(IEnumerable<Report> reports, LinkRules rules, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Report[] sorted = [.. reports];
        Array.Sort(sorted, Report.CompareByArrival);
        Dictionary<(string Id, string? Source), int> positions = new(sorted.Length);
        for (var report = 0; report < sorted.Length; report++)
        {
            if (!positions.TryAdd((sorted[report].Id, sorted[report].Source), report))
            {
                throw new ArgumentException($"Two reports have the id '{sorted[report].Id}' and the same source.", nameof(reports));
            }
        }

        ReportItems items = new(sorted, rules, threads);
        var spaces = KeySpaces.Of(sorted, items, threads);
        List<ReportLink> links = [];
        List<CommonThing> common = [];
        foreach (var space in spaces)
        {
            space.AddLinks(links, common, rules);
        }

        LinkMerge.AddBridges(links, items, rules);
        common.Sort(static (left, right) => (left.Reason, left.Hub) == (right.Reason, right.Hub)
            ? string.CompareOrdinal(left.Subject, right.Subject)
            : (left.Reason, left.Hub).CompareTo((right.Reason, right.Hub)));
        return new ReportLinks(sorted, positions, items.Contents, LinkMerge.Merge(links), common, StarGroups.Find(sorted, spaces, items.Contents, rules));
    }

    /// <summary>The position of the report of that id and source, or null.</summary>
    /// <param name="id">The report's id.</param>
    /// <param name="source">The system it comes from, or null if it names none.</param>
    public int? PositionOf(string id, string? source) => _positions.TryGetValue((id, source), out var position) ? position : null;

    /// <summary>The group of a report; null if it stands alone.</summary>
    /// <param name="report">Its position.</param>
    public ReportGroup? GroupOf(int report) => _groupOf[report];

    /// <summary>The links of a report, the strongest first, then the earliest other report.</summary>
    /// <param name="report">Its position.</param>
    public IReadOnlyList<ReportLink> LinksOf(int report)
    {
        List<ReportLink> links = [];
        for (var i = FirstWhere(_links.Length, place => _links[place].First >= report); i < _links.Length && _links[i].First == report; i++)
        {
            links.Add(_links[i]);
        }

        for (var i = FirstWhere(_links.Length, place => _links[_bySecond[place]].Second >= report);
            i < _links.Length && _links[_bySecond[i]].Second == report; i++)
        {
            links.Add(_links[_bySecond[i]]);
        }

        links.Sort((left, right) => (-left.Strength, left.First + left.Second, left.Reason).CompareTo((-right.Strength, right.First + right.Second, right.Reason)));
        return links;
    }

    /// <summary>What an item shows; -1 where nothing tells.</summary>
    internal int ContentOf(int report, int item) => _contents.Of(report, item);

    static int FirstWhere(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
