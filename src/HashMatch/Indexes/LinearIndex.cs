using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using HashMatch.Buffers;
using HashMatch.Distance;
using HashMatch.Distance.Kernels;
using HashMatch.Hashes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Indexes;

/// <summary>Compares the query with every stored hash, hundreds at a time.</summary>
/// <typeparam name="THash">The width searched.</typeparam>
/// <remarks>
/// Choose it for small collections, for large radii, and for the nearest among hashes that are not near: where a tree
/// or a table would look at everything too. A query costs one pass over the codes, or over less than half of their
/// bits when the radius is small. Many queries searched together share each pass. Memory is the hash plus 4 to 8 bytes
/// an entry, taken ahead in blocks of 512 entries: at most as much again below 65,536 entries, 2 MiB above. One thread
/// may add while any number search: a search sees the hashes whose adding had returned when it began, and none in part.
/// </remarks>
public sealed class LinearIndex<THash> : IHashIndex<THash>
    where THash : struct, IHash<THash>
{
    // 28 KiB of heads at 256 bits: a tile stays in the first cache while every query of a group passes over it.
    const int BlocksPerTile = 4;
    const int QueriesPerGroup = 64;
    const int HitsPerScan = 2 * PlaneLayout.CodesPerBlock;

    readonly HammingKernel _kernel;
    readonly PlaneStore<THash> _codes = new();
    readonly RowIds _ids = new();

    /// <summary>An empty index.</summary>
    /// <exception cref="KernelUnavailableException">The environment asks for a kernel this machine does not run.</exception>
    public LinearIndex()
        : this(HammingKernels.Default)
    {
    }

    internal LinearIndex(HammingKernel kernel) => _kernel = kernel;

    /// <inheritdoc/>
    public int Count => _codes.Count;

    /// <summary>The memory the hashes occupy outside the collector's heap, in bytes; room to grow included.</summary>
    public long AllocatedBytes => _codes.AllocatedBytes + _ids.Current.Bytes;

    /// <summary>Stores a hash under the caller's key. The same hash and the same key may be stored more than once.</summary>
    /// <exception cref="OverflowException">The index holds 2^30 hashes.</exception>
    public void Add(THash hash, int id)
    {
        // The id first: adding the code is what makes both visible.
        _ids.Set(Count, id);
        _codes.Append(hash);
    }

    /// <inheritdoc/>
    public void SearchRadius(THash query, int radius, List<SearchHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        RadiusRange.Require<THash>(radius);

        hits.Clear();
        Collect(query, radius, hits);
        hits.Sort();
    }

    /// <summary>Adds what lies within the radius to what the list holds, in no particular order.</summary>
    [SkipLocalsInit]
    internal void Collect(in THash query, int radius, List<SearchHit> hits)
    {
        var (count, ids) = Snapshot();
        if (count == 0)
        {
            return;
        }

        Unsafe.SkipInit(out PlaneQuery prepared);
        prepared.SetStored(query, radius);
        Span<CodeHit> found = stackalloc CodeHit[HitsPerScan];
        var endBlock = PlaneLayout.BlocksFor(count);
        for (var block = 0; block < endBlock;)
        {
            foreach (var hit in found[.._codes.Scan(_kernel, in prepared, count, ref block, endBlock, found)])
            {
                hits.Add(new SearchHit(ids.Span[hit.Position], hit.Distance));
            }
        }

        GC.KeepAlive(ids);
    }

    /// <summary>Copies the first codes added, as many as there is room for.</summary>
    internal void CopyTo(Span<THash> codes) => _codes.CopyTo(codes);

    /// <inheritdoc/>
    public void SearchRadius(ReadOnlySpan<THash> queries, int radius, HitBatch hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        RadiusRange.Require<THash>(radius);

        hits.Clear();
        Collect(queries, radius, hits);
        hits.Complete(queries.Length);
    }

    /// <summary>Adds what lies within the radius of each query to what the batch holds.</summary>
    [SkipLocalsInit]
    internal void Collect(ReadOnlySpan<THash> queries, int radius, HitBatch hits)
    {
        var (count, ids) = Snapshot();
        if (count == 0)
        {
            return;
        }

        Span<CodeHit> found = stackalloc CodeHit[HitsPerScan];
        var prepared = ArrayPool<PlaneQuery>.Shared.Rent(QueriesPerGroup);
        for (var first = 0; first < queries.Length; first += QueriesPerGroup)
        {
            var group = prepared.AsSpan(0, Math.Min(QueriesPerGroup, queries.Length - first));
            for (var i = 0; i < group.Length; i++)
            {
                group[i].SetSorted(queries[first + i], radius);
            }

            SearchGroup(group, first, count, ids, found, hits);
        }

        ArrayPool<PlaneQuery>.Shared.Return(prepared);
        GC.KeepAlive(ids);
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void SearchNearest(THash query, int k, List<SearchHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);

        hits.Clear();
        NearestHits nearest = new(hits, k, THash.BitCount);
        Unsafe.SkipInit(out PlaneQuery prepared);
        prepared.SetStored(query, nearest.Radius);
        Span<CodeHit> found = stackalloc CodeHit[PlaneLayout.CodesPerBlock];
        var (count, ids) = Snapshot();
        var endBlock = PlaneLayout.BlocksFor(count);
        for (var block = 0; block < endBlock;)
        {
            // The buffer takes one block's hits, so that each block with a hit brings the radius down for the next.
            foreach (var hit in found[.._codes.Scan(_kernel, in prepared, count, ref block, endBlock, found)])
            {
                nearest.Offer(new SearchHit(ids.Span[hit.Position], hit.Distance));
            }

            if (nearest.Radius < prepared.Radius)
            {
                prepared.SetRadius(nearest.Radius);
            }
        }

        GC.KeepAlive(ids);
        Debug.Assert(hits.Count == Math.Min(k, count));
        hits.Sort();
    }

    void SearchGroup(Span<PlaneQuery> group, int first, int count, NativeArray<int> ids, Span<CodeHit> found, HitBatch hits)
    {
        var endBlock = PlaneLayout.BlocksFor(count);
        for (var tile = 0; tile < endBlock; tile += BlocksPerTile)
        {
            var tileEnd = Math.Min(tile + BlocksPerTile, endBlock);
            for (var i = 0; i < group.Length; i++)
            {
                for (var block = tile; block < tileEnd;)
                {
                    foreach (var hit in found[.._codes.Scan(_kernel, in group[i], count, ref block, tileEnd, found)])
                    {
                        hits.Add(first + i, new SearchHit(ids.Span[hit.Position], hit.Distance));
                    }
                }
            }
        }
    }

    /// <summary>The count first: every id it covers is then in the array.</summary>
    (int Count, NativeArray<int> Ids) Snapshot()
    {
        var count = Count;
        return (count, _ids.Current);
    }
}
