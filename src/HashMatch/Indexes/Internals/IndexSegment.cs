using System.Runtime.InteropServices;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Many hashes in a multi-index hash. Rows are in the order of their ids, so that one to remove is found quickly.</summary>
/// <param name="index">Its ids ascend; rows of the same id are in the order of their hashes.</param>
sealed class IndexSegment<THash>(MultiIndexHash<THash> index) : IndexPart<THash>
    where THash : struct, IHash<THash>
{
    public MultiIndexHash<THash> Index => index;

    /// <summary>Whether nothing was removed.</summary>
    public bool IsUnchanged => Removed is null;

    public override int RowCount => index.Count;

    public override long AllocatedBytes => index.AllocatedBytes;

    protected override ReadOnlySpan<int> Ids => index.Tables.Ids.Span;

    /// <summary>A segment of rows in their order.</summary>
    public static IndexSegment<THash> Of(LiveRows<THash> rows, int threads) =>
        new(MultiIndexHash<THash>.Build(rows.Codes, rows.Ids, threads));

    /// <summary>A segment of all rows of the parts, in the order of their ids.</summary>
    /// <remarks>Where ids have grown with time and few rows were removed, tables are laid side by side and marks kept; else all are sorted anew.</remarks>
    public static IndexSegment<THash> Join(IReadOnlyCollection<IndexPart<THash>> parts)
    {
        IndexPart<THash>[] filled = [.. parts.Where(part => part.RowCount > 0).OrderBy(part => part.FirstId)];
        if (!filled.All(part => part.LiveCount >= (1 - SearchStrategy.MostRemoved) * part.RowCount))
        {
            return Of(LiveRows<THash>.Of(parts), threads: 1);
        }

        IndexSegment<THash>[] segments = [.. filled.Select(part => part as IndexSegment<THash> ?? Of(LiveRows<THash>.Of([part]), threads: 1))];
        for (var i = 1; i < segments.Length; i++)
        {
            if (segments[i - 1].Ids[^1] >= segments[i].Ids[0])
            {
                return Of(LiveRows<THash>.Of(parts), threads: 1);
            }
        }

        IndexSegment<THash> joined = new(new MultiIndexHash<THash>(SlotTableJoin.Join([.. segments.Select(segment => segment.Index.Tables)])));
        var firstRow = 0;
        foreach (var segment in segments)
        {
            joined.CopyMarks(segment, firstRow);
            firstRow += segment.RowCount;
        }

        return joined;
    }

    public override void Collect(in THash query, int radius, List<SearchHit> hits)
    {
        var first = hits.Count;
        index.Collect(query, radius, hits);
        if (Removed is { } removed)
        {
            var found = CollectionsMarshal.AsSpan(hits)[first..];
            var kept = 0;
            foreach (var hit in found)
            {
                if (!IsRemoved(removed, hit.Id))
                {
                    found[kept++] = hit;
                }
            }

            CollectionsMarshal.SetCount(hits, first + kept);
        }

        GC.KeepAlive(this);
    }

    public override void Collect(ReadOnlySpan<THash> queries, int radius, HitBatch hits)
    {
        var first = hits.FoundCount;
        index.Collect(queries, radius, hits);
        if (Removed is { } removed)
        {
            var found = hits.FoundFrom(first);
            var kept = 0;
            foreach (var hit in found)
            {
                if (!IsRemoved(removed, hit.Hit.Id))
                {
                    found[kept++] = hit;
                }
            }

            hits.Truncate(first + kept);
        }

        GC.KeepAlive(this);
    }

    /// <summary>All rows of an id are removed together, so the first one tells.</summary>
    bool IsRemoved(ulong[] marks, int id) => IsSet(marks, FindRow(id, 0));

    public override int NearestRadius(in THash query, int k, List<SearchHit> scratch) => index.NearestRadius(query, k);

    protected override int FindRow(int id, int from)
    {
        // The first of its kind: where the id would stand before its equals.
        var ids = Ids[from..];
        var low = 0;
        var high = ids.Length;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (ids[middle] < id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < ids.Length && ids[low] == id ? from + low : -1;
    }

    protected override void CopyRows(Span<THash> codes)
    {
        Slots.SpreadAll<THash>(Slots.View<THash>(index.Tables.Words)[..codes.Length], codes);
        GC.KeepAlive(this);
    }
}
