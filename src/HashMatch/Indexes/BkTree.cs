using HashMatch.Hashes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Indexes;

/// <summary>A metric tree after Burkhard and Keller: hashes sorted by their distance from pivots, leaves scanned by vectors.</summary>
/// <typeparam name="THash">The width searched.</typeparam>
/// <remarks>
/// <para>Choose it where the radius is small for the width, or data come in clusters far from one another: what lies
/// at a distance that the triangle inequality rules out is never looked at. Over 1 M uniform hashes it beats a scan with
/// vectors up to a radius of about 7 for 64 bits, and of 10 for 256; beyond, all are about equally far from any pivot,
/// nearly everything is visited, and a scan is faster. <see cref="BkTreeStatistics"/> shows which it is.</para>
/// <para>Equal hashes are held once, with all their ids. Memory is outside the collector's heap: about 23 bytes an
/// entry for 64 bits and 55 for 256, after <see cref="Compact"/> 16 and 41; 8 a duplicate.</para>
/// <para>One thread may add while no other searches; any number of threads may search at once. A warm search allocates
/// nothing, and no data, however made, lets it overflow the stack.</para>
/// </remarks>
public sealed class BkTree<THash> : IHashIndex<THash>
    where THash : struct, IHash<THash>
{
    readonly BkTreeStore<THash> _store;
    readonly BkTreeInserter<THash> _inserter;

    /// <summary>An empty tree.</summary>
    public BkTree()
        : this(new BkTreeStore<THash>())
    {
    }

    /// <summary>A tree in a store that is empty; leaves are small in tests.</summary>
    internal BkTree(BkTreeStore<THash> store)
    {
        _store = store;
        _inserter = new BkTreeInserter<THash>(store);
    }

    /// <inheritdoc/>
    public int Count => _store.Count;

    /// <summary>Different hashes stored.</summary>
    public int DistinctCount => _store.DistinctCount;

    /// <summary>Inner nodes and leaves.</summary>
    public int NodeCount => _store.Nodes.Count;

    /// <summary>The most inner nodes between the root and a leaf, the root included: 3 to 5 for a million hashes.</summary>
    public int Depth => _store.Depth;

    /// <summary>The memory the tree occupies, room to grow included.</summary>
    public long AllocatedBytes => _store.Bytes;

    /// <summary>Stores a hash under the caller's key. The same hash and the same key may be stored more than once.</summary>
    /// <exception cref="OverflowException">The tree holds as many hashes as an array can.</exception>
    public void Add(THash hash, int id)
    {
        _inserter.Add(hash, id);
        GC.KeepAlive(this);
    }

    /// <summary>Lays the leaves side by side in the order of the tree and gives back the room kept for growth.</summary>
    /// <remarks>Worth its copy after a bulk load; hashes may be added afterwards as before. While it works, both copies exist.</remarks>
    public void Compact()
    {
        _store.Compact();
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void SearchRadius(THash query, int radius, List<SearchHit> hits)
    {
        var tally = default(NoBkTreeTally);
        SearchRadius(query, radius, hits, ref tally);
    }

    /// <summary>As <see cref="SearchRadius(THash, int, List{SearchHit})"/>, and says what was touched.</summary>
    /// <inheritdoc cref="SearchRadius(THash, int, List{SearchHit})"/>
    public void SearchRadius(THash query, int radius, List<SearchHit> hits, out BkTreeStatistics statistics)
    {
        var tally = default(BkTreeTally);
        SearchRadius(query, radius, hits, ref tally);
        statistics = tally.Statistics;
    }

    /// <inheritdoc/>
    public void SearchNearest(THash query, int k, List<SearchHit> hits)
    {
        var tally = default(NoBkTreeTally);
        SearchNearest(query, k, hits, ref tally);
    }

    /// <summary>As <see cref="SearchNearest(THash, int, List{SearchHit})"/>, and says what was touched.</summary>
    /// <inheritdoc cref="SearchNearest(THash, int, List{SearchHit})"/>
    public void SearchNearest(THash query, int k, List<SearchHit> hits, out BkTreeStatistics statistics)
    {
        var tally = default(BkTreeTally);
        SearchNearest(query, k, hits, ref tally);
        statistics = tally.Statistics;
    }

    void SearchRadius<TTally>(THash query, int radius, List<SearchHit> hits, ref TTally tally)
        where TTally : struct, IBkTreeTally
    {
        ArgumentNullException.ThrowIfNull(hits);
        RadiusRange.Require<THash>(radius);

        hits.Clear();
        if (Count > 0)
        {
            BkTreeRadiusSearch<THash>.Find(_store, query, radius, hits, ref tally);
            hits.Sort();
        }

        GC.KeepAlive(this);
    }

    void SearchNearest<TTally>(THash query, int k, List<SearchHit> hits, ref TTally tally)
        where TTally : struct, IBkTreeTally
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);

        hits.Clear();
        if (Count > 0)
        {
            BkTreeNearestSearch<THash>.Find(_store, query, k, hits, ref tally);
            hits.Sort();
        }

        GC.KeepAlive(this);
    }
}
