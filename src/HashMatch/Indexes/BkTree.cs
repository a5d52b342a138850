using HashMatch.Hashes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Indexes;

public sealed class BkTree<THash> : IHashIndex<THash>
    where THash : struct, IHash<THash>
{
    readonly BkTreeStore<THash> _store;
    readonly BkTreeInserter<THash> _inserter;
    public BkTree() : this(1024) {}
    public static int PivotChoice { get => BkTreeItems<THash>.PivotChoice; set => BkTreeItems<THash>.PivotChoice = value; }
    public BkTree(int leaf)
    {
        _store = new(leaf);
        _inserter = new(_store);
    }

    public int Count => _store.Count;
    public int DistinctCount => _store.DistinctCount;
    public int NodeCount => _store.Nodes.Count;
    public int Depth => _store.Depth;
    public long Bytes => _store.Bytes;
    public void Compact() => _store.Compact();
    public void Add(THash hash, int id) => _inserter.Add(hash, id);

    public void SearchRadius(THash query, int radius, List<SearchHit> hits)
    {
        hits.Clear();
        if (Count > 0)
        {
            var none = default(NoBkTreeTally);
            BkTreeSearch<THash>.FindInRadius(_store, query, radius, hits, ref none);
            hits.Sort();
        }

        GC.KeepAlive(this);
    }

    public void SearchRadius(THash query, int radius, List<SearchHit> hits, out BkTreeStatistics statistics)
    {
        hits.Clear();
        var tally = default(BkTreeTally);
        if (Count > 0)
        {
            BkTreeSearch<THash>.FindInRadius(_store, query, radius, hits, ref tally);
            hits.Sort();
        }

        statistics = tally.Statistics;
        GC.KeepAlive(this);
    }

    public void SearchNearest(THash query, int k, List<SearchHit> hits) => throw new NotSupportedException();
}
