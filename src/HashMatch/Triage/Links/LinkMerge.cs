using HashMatch.Triage.Rules;

namespace HashMatch.Triage.Links;

/// <summary>From all links that were found to those that are told.</summary>
static class LinkMerge
{
    /// <summary>Adds a link for each two near hashes of different contents, between the first reports that have them.</summary>
    internal static void AddBridges(List<ReportLink> links, ReportItems items, LinkRules rules)
    {
        foreach (var pair in items.Near.Bridges)
        {
            var (left, right) = (items.FirstBearers[pair.First], items.FirstBearers[pair.Second]);
            if (left.Report != right.Report)
            {
                var (first, second) = left.Report < right.Report ? (left, right) : (right, left);
                links.Add(new ReportLink(first.Report, second.Report, LinkReason.NearHash, rules.StrengthOf(pair.Distance), 1, 2)
                {
                    FirstItem = first.Item,
                    SecondItem = second.Item,
                    Distance = pair.Distance,
                });
            }
        }
    }

    /// <summary>One link for each pair and reason: the strongest, with the number of them.</summary>
    internal static ReportLink[] Merge(List<ReportLink> links)
    {
        var keys = new UInt128[links.Count];
        var order = new int[links.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = new UInt128((ulong)links[i].First, ((ulong)links[i].Second << 8) | (ulong)links[i].Reason);
        }

        Array.Sort(keys, order);
        List<ReportLink> merged = new(links.Count);
        for (var i = 0; i < order.Length; i++)
        {
            var link = links[order[i]];
            if (i > 0 && keys[i] == keys[i - 1])
            {
                // The sort leaves equals in any order, so that the one to keep is chosen by all that tells them apart.
                var kept = merged[^1];
                merged[^1] = (IsToldBefore(link, kept) ? link : kept) with { Count = kept.Count + 1 };
            }
            else
            {
                merged.Add(link);
            }
        }

        return [.. merged];
    }

    static bool IsToldBefore(ReportLink link, ReportLink other) =>
        link.Strength != other.Strength ? link.Strength > other.Strength
        : link.FirstItem != other.FirstItem ? link.FirstItem < other.FirstItem
        : link.SecondItem != other.SecondItem ? link.SecondItem < other.SecondItem
        : string.CompareOrdinal(link.Subject, other.Subject) < 0;
}
