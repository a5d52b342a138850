using BenchmarkDotNet.Attributes;
using HashMatch.Benchmarks.Distance;
using HashMatch.Hashes;

namespace HashMatch.Benchmarks.Indexes;

/// <summary>The yardstick of the linear index: a scalar loop over an array of the same hashes.</summary>
public class ScalarLoopBenchmarks
{
    Hash256[] _codes = [];

    [Params(10_000, 1_000_000, 10_000_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup() => _codes = RandomCodes.Create<Hash256>(Count);

    [Benchmark]
    public int OneQuery() => ScalarLoop.Count(new Hash256(1, 2, 3, 4), _codes, 31);
}
