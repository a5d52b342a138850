using BenchmarkDotNet.Attributes;
using HashMatch.Hashers;

namespace HashMatch.Benchmarks.Hashers;

/// <summary>A whole hash, from what callers have: luma, RGB, grey.</summary>
[MemoryDiagnoser]
public class PdqHasherBenchmarks
{
    readonly PdqHasher _full = new();
    readonly PdqHasher _stepped = new(HashProfile.Pdq512);
    NoisePicture _picture = null!;

    [Params("512x512", "1600x1004", "4032x3024")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _picture = new NoisePicture(Size);

    [Benchmark(Baseline = true)]
    public PdqResult FromLuma() => _full.Hash(_picture.Luma);

    [Benchmark]
    public PdqResult FromRgb() => _full.Hash(_picture.Rgb);

    [Benchmark]
    public PdqResult FromGrey() => _full.Hash(_picture.Grey);

    [Benchmark]
    public PdqResult FromRgbSteppedTo512() => _stepped.Hash(_picture.Rgb);

    [Benchmark]
    public PdqDihedralResult DihedralFromRgb() => _full.HashDihedral(_picture.Rgb);
}
