using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using HashMatch.Hashes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Indexes;

/// <summary>Splits hashes into slots of 16 bits and looks near matches up slot by slot; built once, never changed.</summary>
/// <typeparam name="THash">The width searched.</typeparam>
/// <remarks>
/// <para>
/// Choose it for collections from some ten thousand hashes on that are searched far more often than they change, at radii
/// up to about 47 of 256 bits or 11 of 64. Above the radius where looking up costs more than comparing (it is estimated
/// from the count), and for collections that crowd in few slot values, it compares all codes: the answer is always exact.
/// </para>
/// <para>
/// Memory outside the collector's heap: 132 bytes a hash of 256 bits or 36 of 64, and a directory of 4 to 8 (64 bits: 1 to 2) more, 4 MiB at most. It is
/// freed when the index is no longer referenced. Any number of threads may search at once; a search allocates nothing.
/// </para>
/// </remarks>
public sealed class MultiIndexHash<THash> : IHashIndex<THash>
    where THash : struct, IHash<THash>
{
    /// <summary>Queries answered together: enough that a table's lines are met again in the caches.</summary>
    const int BlockLength = 1_024;

    readonly SlotSearch<THash> _search;
    readonly ProbeLimits _limits;

    /// <summary>An index over sections that were built before; costs nothing.</summary>
    internal MultiIndexHash(SlotTables<THash> tables, SlotSearch<THash>? search = null, ProbeLimits? limits = null)
    {
        Tables = tables;
        _search = search ?? SlotSearch<THash>.Default;
        _limits = limits ?? ProbeCost.Limits<THash>(tables.Count);
    }

    /// <inheritdoc/>
    public int Count => Tables.Count;

    /// <summary>The memory the index occupies outside the collector's heap, in bytes.</summary>
    public long AllocatedBytes => Tables.Bytes;

    /// <summary>What the index consists of.</summary>
    internal SlotTables<THash> Tables { get; }

    /// <summary>Builds the index; about half a second a million 256-bit hashes and thread.</summary>
    /// <param name="codes">The hashes. The same hash and the same id may occur more than once.</param>
    /// <param name="ids">The caller's key of each hash.</param>
    /// <param name="threads">How many threads may work, up to one a slot; the index is the same for any number.</param>
    /// <exception cref="ArgumentException">There are not as many ids as codes.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="OverflowException">There are more than 134 million hashes of 256 bits, or 536 million of 64.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "The width is the caller's choice and belongs in sight.")]
    public static MultiIndexHash<THash> Build(ReadOnlySpan<THash> codes, ReadOnlySpan<int> ids, int threads = 1)
    {
        if (codes.Length != ids.Length)
        {
            throw new ArgumentException("Every hash needs one id.", nameof(ids));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return new(SlotTableBuilder.Build(codes, ids, threads));
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
    internal void Collect(THash query, int radius, List<SearchHit> hits)
    {
        query = Slots.Spread(query);
        var first = hits.Count;
        if (radius > _limits.LargestRadius ||
            !_search.TryCollect(Tables, new ReadOnlySpan<THash>(in query), radius, _limits.Effort, new SlotHits(hits)))
        {
            CollectionsMarshal.SetCount(hits, first);
            CodeScan.Collect(Slots.View<THash>(Tables.Words), Tables.Ids.Span, query, radius, hits);
            GC.KeepAlive(Tables);
        }
    }

    /// <inheritdoc/>
    /// <remarks>From some hundred queries on it pays: one table is worked on at a time, and the caches hold it.</remarks>
    public void SearchRadius(ReadOnlySpan<THash> queries, int radius, HitBatch hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        RadiusRange.Require<THash>(radius);
        hits.Clear();
        Collect(queries, radius, hits);
        hits.Complete(queries.Length);
    }

    /// <summary>Adds what lies within the radius of each query to what the batch holds.</summary>
    internal void Collect(ReadOnlySpan<THash> queries, int radius, HitBatch hits)
    {
        var first = hits.FoundCount;
        if (radius <= _limits.LargestRadius && TryCollect(queries, radius, hits))
        {
            return;
        }

        // One after the other, so that each finds its own way.
        hits.Truncate(first);
        for (var query = 0; query < queries.Length; query++)
        {
            hits.Single.Clear();
            Collect(queries[query], radius, hits.Single);
            foreach (var hit in hits.Single)
            {
                hits.Add(query, hit);
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The radius grows until k hashes lie within it. Whatever a search at radius r left out is farther than r, so than
    /// everything it found: the first k found, by distance and id, are the k nearest of all.
    /// </remarks>
    public void SearchNearest(THash query, int k, List<SearchHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);

        // The largest radius of each slot radius: the next step looks up about eight times as much.
        var step = Slots.Count<THash>();
        for (var radius = step - 1; k <= Count && radius <= Math.Min(_limits.LargestRadius, THash.BitCount); radius += step)
        {
            SearchRadius(query, radius, hits);
            if (hits.Count >= k)
            {
                Keep(k, hits);
                return;
            }
        }

        SearchRadius(query, NearestRadius(query, k), hits);
        Keep(k, hits);
    }

    /// <summary>The distance of the k-th nearest hash, or the greatest possible one if there are fewer; looks at all of them.</summary>
    internal int NearestRadius(THash query, int k)
    {
        var radius = CodeScan.NearestRadius<THash>(Slots.View<THash>(Tables.Words), Slots.Spread(query), k);
        GC.KeepAlive(Tables);
        return radius;
    }

    static void Keep(int k, List<SearchHit> hits)
    {
        if (hits.Count > k)
        {
            hits.RemoveRange(k, hits.Count - k);
        }
    }

    bool TryCollect(ReadOnlySpan<THash> queries, int radius, HitBatch hits)
    {
        var spread = ArrayPool<THash>.Shared.Rent(Math.Min(queries.Length, BlockLength));
        var collected = true;
        for (var from = 0; collected && from < queries.Length; from += BlockLength)
        {
            var block = queries.Slice(from, Math.Min(BlockLength, queries.Length - from));
            for (var i = 0; i < block.Length; i++)
            {
                spread[i] = Slots.Spread(block[i]);
            }

            collected = _search.TryCollect(Tables, spread.AsSpan(0, block.Length), radius, _limits.Effort, new SlotHits(hits, from));
        }

        ArrayPool<THash>.Shared.Return(spread);
        return collected;
    }
}
