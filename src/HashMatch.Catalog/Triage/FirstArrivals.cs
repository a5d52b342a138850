using System.Globalization;
using System.Runtime.InteropServices;
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
sealed class FirstArrivals
{
    readonly List<Member> _members = [];

    /// <summary>The name of what an item repeats.</summary>
    internal static string NameOf(long first) => string.Create(CultureInfo.InvariantCulture, $"item:{first}");

    /// <summary>An item that was decided by the items before it, or by none.</summary>
    /// <param name="report">Its report.</param>
    /// <param name="position">Its position there.</param>
    /// <param name="item">The item of the catalogue it is.</param>
    /// <param name="first">The report's item it repeats, or null.</param>
    internal void Add(int report, int position, long item, long? first) => _members.Add(new Member(first ?? item, first is null, report, position));

    internal void Settle(Report[] reports, ItemVerdict?[][] verdicts)
    {
        Dictionary<long, int> places = [];
        List<Group> groups = [];
        foreach (var member in _members)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, member.Group, out var exists);
            if (!exists)
            {
                place = groups.Count;
                groups.Add(new Group(member, null));
            }

            var (earliest, first) = groups[place];
            groups[place] = new Group(
                IsBefore(member, earliest, reports) ? member : earliest,
                member.IsFirst && (first is not { } other || IsBefore(member, other, reports)) ? member : first);
        }

        foreach (var (earliest, first) in groups)
        {
            Settle(earliest, first, reports, verdicts);
        }
    }

    static void Settle(Member earliest, Member? first, Report[] reports, ItemVerdict?[][] verdicts)
    {
        if (first == earliest)
        {
            return;
        }

        ref var verdict = ref verdicts[earliest.Report][earliest.Position];
        if (first is { } taken)
        {
            ref var other = ref verdicts[taken.Report][taken.Position];
            (verdict, other) = (other, verdict);
        }
        else
        {
            // A report that was changed may have dropped the item that the others repeat: then the earliest of these is the first.
            var hasHash = reports[earliest.Report].Items[earliest.Position].Pdq is not null;
            verdict = hasHash ? ItemVerdict.FirstGeneration : new ItemVerdict(Verdict.Uncertain, []);
        }
    }

    static bool IsBefore(Member left, Member right, Report[] reports)
    {
        var order = Report.CompareByArrival(reports[left.Report], reports[right.Report]);
        return order != 0 ? order < 0 : left.Position < right.Position;
    }

    readonly record struct Member(long Group, bool IsFirst, int Report, int Position);

    readonly record struct Group(Member Earliest, Member? First);
}
