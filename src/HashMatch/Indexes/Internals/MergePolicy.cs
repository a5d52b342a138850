using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Which parts to join: few parts, because every one costs a query its own probes, at few copies of each row.</summary>
static class MergePolicy
{
    /// <summary>A part is joined with smaller ones that together have at least one row to this many of its own.</summary>
    const int Growth = 16;

    /// <summary>The parts to join now: all sealed tails, and slot tables from the smallest up while they are not much larger.</summary>
    /// <returns>Nothing when the parts are few enough as they are; one alone when too much of it is to be thrown away.</returns>
    public static List<IndexPart<THash>> Choose<THash>(IEnumerable<IndexPart<THash>> parts)
        where THash : struct, IHash<THash>
    {
        List<IndexPart<THash>> chosen = [];
        long rows = 0;
        var ordered = parts.OrderBy(part => part is IndexTail<THash> ? 0 : 1).ThenBy(part => part.LiveCount).ToList();
        foreach (var part in ordered)
        {
            if (chosen.Count > 0 && ((part is not IndexTail<THash> && part.LiveCount > Growth * rows) || rows + part.RowCount > MostRows<THash>()))
            {
                break;
            }

            chosen.Add(part);
            rows += part.RowCount;
        }

        return chosen is [not IndexTail<THash>] ? [.. ordered.Where(part => part.IsWasteful).Take(1)] : chosen;
    }

    /// <summary>The most rows slot tables can have: their postings are counted by an int.</summary>
    static int MostRows<THash>()
        where THash : struct, IHash<THash> => (Array.MaxLength - SlotTables<THash>.RingPadding) / Slots.Count<THash>();
}
