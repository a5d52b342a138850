using BenchmarkDotNet.Attributes;
using HashMatch.Hashers;

namespace HashMatch.Benchmarks.Hashers;

/// <summary>A whole hash, from what callers have: luma, RGB, grey.</summary>
public class PdqHasherBenchmarks : PictureBenchmarks
{
    readonly PdqHasher _full = new();
    readonly PdqHasher _stepped = new(HashProfile.Pdq512);

    [Benchmark(Baseline = true)]
    public PdqResult FromLuma() => _full.Hash(Picture.Luma);

    [Benchmark]
    public PdqResult FromRgb() => _full.Hash(Picture.Rgb);

    [Benchmark]
    public PdqResult FromGrey() => _full.Hash(Picture.Grey);

    [Benchmark]
    public PdqResult FromRgbSteppedTo512() => _stepped.Hash(Picture.Rgb);

    [Benchmark]
    public PdqDihedralResult DihedralFromRgb() => _full.HashDihedral(Picture.Rgb);
}
