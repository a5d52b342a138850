using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>The newest hashes, compared one after the other: a hash is found by every search that begins after it was added.</summary>
sealed class IndexTail<THash> : IndexPart<THash>
    where THash : struct, IHash<THash>
{
    // Its keys are the rows: a mark of removal belongs to a row, since an id can be removed and added again.
    readonly LinearIndex<THash> _rows = new();
    readonly RowIds _ids = new();

    public override int RowCount => _rows.Count;

    public override long AllocatedBytes => _rows.AllocatedBytes + _ids.Current.Bytes;

    /// <summary>A tail of the rows given.</summary>
    public static IndexTail<THash> Of(ReadOnlySpan<THash> codes, ReadOnlySpan<int> ids)
    {
        IndexTail<THash> tail = new();
        for (var row = 0; row < codes.Length; row++)
        {
            tail.Add(codes[row], ids[row]);
        }

        return tail;
    }

    public void Add(in THash hash, int id)
    {
        // The id first: adding the hash is what makes both visible.
        var row = RowCount;
        _ids.Set(row, id);
        _rows.Add(hash, row);
    }

    public override int NearestRadius(in THash query, int k, List<SearchHit> scratch)
    {
        _rows.SearchNearest(query, k, scratch);
        return scratch.Count == k ? scratch[^1].Distance : THash.BitCount;
    }

    /// <summary>A find names its row, so each is looked at for its id.</summary>
    protected override bool AreHits => false;

    protected override void Find(in THash query, int radius, List<SearchHit> found) => _rows.Collect(query, radius, found);

    protected override void Find(ReadOnlySpan<THash> queries, int radius, HitBatch found) => _rows.Collect(queries, radius, found);

    protected override bool TryKeep(SearchHit found, ulong removals, out SearchHit hit)
    {
        var ids = _ids.Current;
        hit = new SearchHit(ids.Span[found.Id], found.Distance);
        GC.KeepAlive(ids);
        return !Marks.IsRemoved(found.Id, removals);
    }

    protected override int FindRow(int id, int from)
    {
        var ids = _ids.Current;
        var row = ids.Span[from..RowCount].IndexOf(id);
        GC.KeepAlive(ids);
        return row < 0 ? -1 : from + row;
    }

    protected override void CopyRows(Span<THash> codes, Span<int> ids)
    {
        _rows.CopyTo(codes);
        var all = _ids.Current;
        all.Span[..ids.Length].CopyTo(ids);
        GC.KeepAlive(all);
    }
}
