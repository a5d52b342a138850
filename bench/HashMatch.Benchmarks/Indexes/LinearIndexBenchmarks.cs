using BenchmarkDotNet.Attributes;
using HashMatch.Benchmarks.Distance;
using HashMatch.Distance.Kernels;
using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Benchmarks.Indexes;

/// <summary>Whole searches of the linear index over random hashes: single queries, many together, the nearest ten.</summary>
[MemoryDiagnoser]
public class LinearIndexBenchmarks
{
    readonly List<SearchHit> _hits = [];
    readonly HitBatch _batch = new();
    LinearIndex<Hash256> _index = null!;
    Hash256[] _queries = [];
    int _next;

    public static IEnumerable<string> Kernels => HammingKernels.Available.Select(kernel => kernel.Name);

    [Params(10_000, 1_000_000, 10_000_000)]
    public int Count { get; set; }

    [ParamsSource(nameof(Kernels))]
    public string Kernel { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _index = new LinearIndex<Hash256>(HammingKernels.Choose(Kernel));
        var id = 0;
        foreach (var code in RandomCodes.Create<Hash256>(Count))
        {
            _index.Add(code, id++);
        }

        _queries = RandomCodes.Create<Hash256>(1_000, seed: RandomCodes.Seed + 1);
    }

    [Benchmark]
    public int OneQuery()
    {
        _index.SearchRadius(Next(), 31, _hits);
        return _hits.Count;
    }

    [Benchmark(OperationsPerInvoke = 1_000)]
    public int Batch1000()
    {
        _index.SearchRadius(_queries, 31, _batch);
        return _batch.HitCount;
    }

    [Benchmark]
    public int Nearest10()
    {
        _index.SearchNearest(Next(), 10, _hits);
        return _hits.Count;
    }

    Hash256 Next() => _queries[_next++ % _queries.Length];
}
