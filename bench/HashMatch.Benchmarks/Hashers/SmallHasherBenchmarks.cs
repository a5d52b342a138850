using BenchmarkDotNet.Attributes;
using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Benchmarks.Hashers;

/// <summary>A whole hash from RGB by each of the four small hashers, with PDQ beside them.</summary>
public class SmallHasherBenchmarks : PictureBenchmarks
{
    readonly PdqHasher _pdq = new();
    readonly DctHasher _dct = new();
    readonly DifferenceHasher _difference = new();
    readonly AverageHasher _average = new();
    readonly BlockHasher _block = new();

    [Benchmark(Baseline = true)]
    public PdqResult Pdq() => _pdq.Hash(Picture.Rgb);

    [Benchmark]
    public Hash64 Dct() => _dct.Hash(Picture.Rgb);

    [Benchmark]
    public Hash64 Difference() => _difference.Hash(Picture.Rgb);

    [Benchmark]
    public Hash64 Average() => _average.Hash(Picture.Rgb);

    [Benchmark]
    public Hash256 Block() => _block.Hash(Picture.Rgb);
}
