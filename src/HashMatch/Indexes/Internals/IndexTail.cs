using System.Runtime.InteropServices;
using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>The newest hashes, compared one after the other: a hash is found by every search that begins after it was added.</summary>
sealed class IndexTail<THash> : IndexPart<THash>
    where THash : struct, IHash<THash>
{
    // Its keys are the rows: a mark of removal belongs to a row, since an id can be removed and added again.
    readonly LinearIndex<THash> _rows = new();
    NativeArray<int> _ids = new(0);

    public override int RowCount => _rows.Count;

    public override long AllocatedBytes => _rows.AllocatedBytes + Volatile.Read(ref _ids).Bytes;

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
        var row = RowCount;
        if (row == _ids.Length)
        {
            var ids = new NativeArray<int>(Math.Max(16, checked(row * 2)));
            _ids.Span.CopyTo(ids.Span);
            GC.KeepAlive(_ids);
            Volatile.Write(ref _ids, ids);
        }

        // The id first: adding the hash is what makes both visible.
        _ids.Span[row] = id;
        GC.KeepAlive(_ids);
        _rows.Add(hash, row);
    }

    public override void Collect(in THash query, int radius, ulong removals, List<SearchHit> hits)
    {
        var first = hits.Count;
        _rows.Collect(query, radius, hits);
        // The array is taken after the rows: every row found has its id there.
        var ids = Volatile.Read(ref _ids);
        var found = CollectionsMarshal.AsSpan(hits)[first..];
        var kept = 0;
        foreach (var (row, distance) in found)
        {
            if (!Marks.IsRemoved(row, removals))
            {
                found[kept++] = new SearchHit(ids.Span[row], distance);
            }
        }

        CollectionsMarshal.SetCount(hits, first + kept);
        GC.KeepAlive(ids);
    }

    public override void Collect(ReadOnlySpan<THash> queries, int radius, ulong removals, HitBatch hits)
    {
        var first = hits.FoundCount;
        _rows.Collect(queries, radius, hits);
        var ids = Volatile.Read(ref _ids);
        var found = hits.FoundFrom(first);
        var kept = 0;
        foreach (var (query, (row, distance)) in found)
        {
            if (!Marks.IsRemoved(row, removals))
            {
                found[kept++] = (query, new SearchHit(ids.Span[row], distance));
            }
        }

        hits.Truncate(first + kept);
        GC.KeepAlive(ids);
    }

    public override int NearestRadius(in THash query, int k, List<SearchHit> scratch)
    {
        _rows.SearchNearest(query, k, scratch);
        return scratch.Count == k ? scratch[^1].Distance : THash.BitCount;
    }

    protected override int FindRow(int id, int from)
    {
        var ids = _ids;
        var row = ids.Span[from..RowCount].IndexOf(id);
        GC.KeepAlive(ids);
        return row < 0 ? -1 : from + row;
    }

    protected override void CopyRows(Span<THash> codes, Span<int> ids)
    {
        _rows.CopyTo(codes);
        // Not by the field: a writer can put a larger array in its place, and this one must outlive the copy.
        var all = Volatile.Read(ref _ids);
        all.Span[..ids.Length].CopyTo(ids);
        GC.KeepAlive(all);
    }
}
