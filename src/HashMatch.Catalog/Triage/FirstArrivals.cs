using System.Globalization;
using HashMatch.Matching;
using HashMatch.Triage;
using HashMatch.Triage.Reports;

namespace HashMatch.Catalog.Triage;

/// <summary>Which report brought a content first: the one that arrived first, whichever was taken in first.</summary>
/// <remarks>
/// The catalogue calls the item first that it saw first. Where all of a group are items of reports, the earliest to arrive
/// takes over that item's verdict and the others repeat it, so that a share of first-generation items does not depend on
/// the order in which reports were delivered. What a file of a scan showed before stays a repeat. The groups themselves are
/// those of the catalogue: where one report gives a digest alone and another a digest and a hash, or hashes lie near two
/// groups, they depend on which was taken in first.
/// </remarks>
sealed class FirstArrivals(Report[] reports)
{
    readonly List<(long Group, bool IsFirst, int Report, int Position)> _members = [];

    /// <summary>The name of what an item repeats.</summary>
    internal static string NameOf(long first) => string.Create(CultureInfo.InvariantCulture, $"item:{first}");

    /// <summary>An item that was decided by the items before it, or by none, in the order of revisions.</summary>
    /// <param name="report">Its report.</param>
    /// <param name="position">Its position there.</param>
    /// <param name="item">The item of the catalogue it is.</param>
    /// <param name="first">The report's item it repeats, or null.</param>
    internal void Add(int report, int position, long item, long? first) => _members.Add((first ?? item, first is null, report, position));

    internal void Settle(ItemVerdict?[][] verdicts)
    {
        _members.Sort((left, right) =>
        {
            var order = left.Group.CompareTo(right.Group);
            order = order != 0 ? order : Compare(reports[left.Report], reports[right.Report]);
            return order != 0 ? order : left.Position.CompareTo(right.Position);
        });
        for (var start = 0; start < _members.Count;)
        {
            var end = start + 1;
            while (end < _members.Count && _members[end].Group == _members[start].Group)
            {
                end++;
            }

            Settle(_members.GetRange(start, end - start), verdicts);
            start = end;
        }
    }

    void Settle(List<(long Group, bool IsFirst, int Report, int Position)> members, ItemVerdict?[][] verdicts)
    {
        var first = members.FindIndex(member => member.IsFirst);
        var earliest = members[0];
        if (first == 0)
        {
            return;
        }

        // A report that was changed may have dropped the item that the others repeat: then the earliest of these is the first.
        var hasHash = reports[earliest.Report].Items[earliest.Position].Pdq is not null;
        var verdict = first > 0 ? verdicts[members[first].Report][members[first].Position]
            : hasHash ? ItemVerdict.FirstGeneration : new ItemVerdict(Verdict.Uncertain, []);
        if (first > 0)
        {
            verdicts[members[first].Report][members[first].Position] = verdicts[earliest.Report][earliest.Position];
        }

        verdicts[earliest.Report][earliest.Position] = verdict;
    }

    static int Compare(Report left, Report right)
    {
        var order = left.ArrivalTime.UtcTicks.CompareTo(right.ArrivalTime.UtcTicks);
        order = order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Source, right.Source);
    }
}
