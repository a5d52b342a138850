using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Makes one segment of several parts.</summary>
static class PartJoin
{
    /// <summary>A segment of all rows but those removed by one of the first removals; null when there are none.</summary>
    /// <remarks>Where ids have grown with time and few rows were removed, tables are laid side by side; else all rows are sorted anew.</remarks>
    public static IndexSegment<THash>? Join<THash>(IReadOnlyCollection<IndexPart<THash>> parts, ulong removals)
        where THash : struct, IHash<THash>
    {
        if (parts.Any(part => part.IsWasteful) || !TryOrder(parts, removals, out var ordered))
        {
            var rows = LiveRows<THash>.Of(parts, removals);
            return rows.Ids.Length == 0 ? null : IndexSegment<THash>.Of(rows, threads: 1);
        }

        return ordered.Count == 0 ? null : IndexSegment<THash>.Join([.. ordered.Select(piece => piece.Make())]);
    }

    /// <summary>Puts the parts in the order of their ids; false where ranges of ids overlap. Tables of a tail are not made yet.</summary>
    static bool TryOrder<THash>(
        IReadOnlyCollection<IndexPart<THash>> parts, ulong removals, out List<(int First, int Last, Func<IndexSegment<THash>> Make)> ordered)
        where THash : struct, IHash<THash>
    {
        ordered = [];
        foreach (var part in parts)
        {
            if (part is IndexSegment<THash> segment)
            {
                var (first, last) = segment.IdRange();
                ordered.Add((first, last, () => segment));
            }
            else if (LiveRows<THash>.Of([part], removals) is { Ids.Length: > 0 } rows)
            {
                ordered.Add((rows.Ids[0], rows.Ids[^1], () => IndexSegment<THash>.Of(rows, threads: 1)));
            }
        }

        ordered.Sort((left, right) => left.First.CompareTo(right.First));
        for (var i = 1; i < ordered.Count; i++)
        {
            if (ordered[i - 1].Last >= ordered[i].First)
            {
                return false;
            }
        }

        return true;
    }
}
