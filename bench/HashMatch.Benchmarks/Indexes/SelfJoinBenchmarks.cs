using BenchmarkDotNet.Attributes;
using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Benchmarks.Indexes;

/// <summary>All pairs within radius 31, a quarter of the hashes being near copies of others.</summary>
public class SelfJoinBenchmarks
{
    SearchData<Hash256> _data = null!;

    [Params(100_000, 1_000_000)]
    public int Count { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _data = new SearchData<Hash256>("random", Count, 0, 31);
        _data.PlantPairs(31);
    }

    [Benchmark]
    public int Pairs()
    {
        var pairs = 0;
        SelfJoin.FindPairs(_data.Codes, 31, portion => pairs += portion.Length, Threads);
        return pairs;
    }
}
