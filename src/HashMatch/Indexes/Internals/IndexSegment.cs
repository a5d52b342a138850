using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Many hashes in a multi-index hash. Rows are in the order of their ids, so that one to remove is found quickly.</summary>
/// <param name="index">Its ids ascend; rows of the same id are in the order of their hashes.</param>
sealed class IndexSegment<THash>(MultiIndexHash<THash> index) : IndexPart<THash>
    where THash : struct, IHash<THash>
{
    public MultiIndexHash<THash> Index => index;

    /// <summary>Whether nothing was removed.</summary>
    public bool IsUnchanged => Marks.IsEmpty;

    public override int RowCount => index.Count;

    public override long AllocatedBytes => index.AllocatedBytes;

    /// <summary>A segment of rows in their order.</summary>
    public static IndexSegment<THash> Of(LiveRows<THash> rows, int threads) =>
        new(MultiIndexHash<THash>.Build(rows.Codes, rows.Ids, threads));

    /// <summary>A segment of several whose ids follow one another, their tables laid side by side and their marks kept.</summary>
    public static IndexSegment<THash> Join(IReadOnlyList<IndexSegment<THash>> segments)
    {
        IndexSegment<THash> joined = new(new MultiIndexHash<THash>(SlotTableJoin.Join([.. segments.Select(segment => segment.Index.Tables)])));
        var firstRow = 0;
        foreach (var segment in segments)
        {
            joined.Marks.CopyFrom(segment.Marks, firstRow);
            firstRow += segment.RowCount;
        }

        return joined;
    }

    /// <summary>The least and the greatest id; there must be a row.</summary>
    public (int First, int Last) IdRange()
    {
        var ids = index.Tables.Ids;
        var range = (ids.Span[0], ids.Span[^1]);
        GC.KeepAlive(ids);
        return range;
    }

    public override int NearestRadius(in THash query, int k, List<SearchHit> scratch) => index.NearestRadius(query, k);

    protected override bool AreHits => IsUnchanged;

    protected override void Find(in THash query, int radius, List<SearchHit> found) => index.Collect(query, radius, found);

    protected override void Find(ReadOnlySpan<THash> queries, int radius, HitBatch found) => index.Collect(queries, radius, found);

    protected override bool TryKeep(SearchHit found, ulong removals, out SearchHit hit)
    {
        hit = found;
        // All rows of an id are removed together, so the first one tells.
        return !Marks.IsRemoved(FindRow(found.Id, 0), removals);
    }

    protected override int FindRow(int id, int from)
    {
        // The first of its kind: where the id would stand before its equals.
        var all = index.Tables.Ids;
        var ids = all.Span[from..];
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

        var row = low < ids.Length && ids[low] == id ? from + low : -1;
        GC.KeepAlive(all);
        return row;
    }

    protected override void CopyRows(Span<THash> codes, Span<int> ids)
    {
        var tables = index.Tables;
        Slots.SpreadAll<THash>(Slots.View<THash>(tables.Words)[..codes.Length], codes);
        tables.Ids.Span[..ids.Length].CopyTo(ids);
        GC.KeepAlive(tables);
    }
}
