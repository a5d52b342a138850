using BenchmarkDotNet.Attributes;
using HashMatch.Distance;
using HashMatch.Distance.Kernels;
using HashMatch.Hashes;

namespace HashMatch.Benchmarks.Distance;

/// <summary>Codes near the processor, by every kernel this machine runs; their order in the registry comes from here.</summary>
[MemoryDiagnoser]
public class HammingKernelBenchmarks
{
    const int Count = 65_536;

    readonly CodeHit[] _hits = new CodeHit[1024];
    readonly CodeHit[] _rowHits = new CodeHit[Count];
    readonly PlaneStore<Hash256> _store = new();
    readonly PlaneStore<Hash64> _narrowStore = new();
    Hash256[] _codes = [];
    Hash64[] _narrowCodes = [];
    HammingKernel _kernel = null!;

    public static IEnumerable<string> Kernels => HammingKernels.Available.Select(kernel => kernel.Name);

    [ParamsSource(nameof(Kernels))]
    public string Kernel { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _kernel = HammingKernels.Choose(Kernel);
        _codes = RandomCodes.Create<Hash256>(Count);
        _narrowCodes = RandomCodes.Create<Hash64>(Count);
        _store.Append(_codes);
        _narrowStore.Append(_narrowCodes);
    }

    [Benchmark]
    public int Planes256Radius31() => Scan(_store, new Hash256(1, 2, 3, 4), 31);

    /// <summary>Distances of random hashes gather about 128: hardly a block is left before its last plane.</summary>
    [Benchmark]
    public int Planes256Radius90() => Scan(_store, new Hash256(1, 2, 3, 4), 90);

    [Benchmark]
    public int Planes64Radius10() => Scan(_narrowStore, new Hash64(1), 10);

    [Benchmark]
    public int Rows256Radius31() => _kernel.ScanRows(new Hash256(1, 2, 3, 4), _codes.AsSpan(), 31, _rowHits);

    [Benchmark]
    public int Rows64Radius10() => _kernel.ScanRows(new Hash64(1), _narrowCodes.AsSpan(), 10, _rowHits);

    /// <summary>The yardstick: what one writes without a library.</summary>
    [Benchmark(Baseline = true)]
    public int ScalarLoop256() => ScalarLoop.Count(new Hash256(1, 2, 3, 4), _codes, 31);

    int Scan<THash>(PlaneStore<THash> store, THash query, int radius)
        where THash : struct, IHash<THash>
    {
        PlaneQuery prepared = default;
        prepared.SetStored(query, radius);
        var found = 0;
        for (var block = 0; block < PlaneLayout.BlocksFor(Count);)
        {
            found += store.Scan(_kernel, in prepared, Count, ref block, PlaneLayout.BlocksFor(Count), _hits);
        }

        return found;
    }
}
