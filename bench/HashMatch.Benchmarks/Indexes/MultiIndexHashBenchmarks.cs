using BenchmarkDotNet.Attributes;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Benchmarks.Indexes;

/// <summary>Range search at radius 31 by every slot kernel this machine runs; their order in the registry comes from here.</summary>
[MemoryDiagnoser]
public class MultiIndexHashBenchmarks
{
    const int QueryCount = 1_000;

    readonly List<SearchHit> _hits = [];
    readonly HitBatch _batch = new();
    SearchData<Hash256> _data = null!;
    MultiIndexHash<Hash256> _index = null!;

    public static IEnumerable<string> Kernels => SlotSearch<Hash256>.Available.Select(search => search.Name);

    [Params(100_000, 1_000_000)]
    public int Count { get; set; }

    [ParamsSource(nameof(Kernels))]
    public string Kernel { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _data = new SearchData<Hash256>("random", Count, QueryCount, 31);
        var built = MultiIndexHash<Hash256>.Build(_data.Codes, _data.Ids, threads: 2);
        _index = new MultiIndexHash<Hash256>(built.Tables, SlotSearch<Hash256>.Available.Single(search => search.Name == Kernel));
    }

    [Benchmark(OperationsPerInvoke = QueryCount)]
    public int OneByOne()
    {
        var found = 0;
        foreach (ref readonly var query in _data.Queries)
        {
            _index.SearchRadius(query, 31, _hits);
            found += _hits.Count;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = QueryCount)]
    public int Batched()
    {
        _index.SearchRadius(_data.Queries, 31, _batch);
        return _batch.HitCount;
    }

    /// <summary>The near copies only: a stranger's nearest neighbour takes a scan.</summary>
    [Benchmark(OperationsPerInvoke = QueryCount / 2)]
    public int Nearest()
    {
        var distances = 0;
        for (var query = 0; query < QueryCount; query += 2)
        {
            _index.SearchNearest(_data.Queries[query], 1, _hits);
            distances += _hits[0].Distance;
        }

        return distances;
    }
}
