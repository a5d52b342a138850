using BenchmarkDotNet.Attributes;
using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Benchmarks.Hashers;

/// <summary>A whole hash from RGB by each of the four small hashers, with PDQ beside them.</summary>
[MemoryDiagnoser]
public class SmallHasherBenchmarks
{
    readonly PdqHasher _pdq = new();
    readonly DctHasher _dct = new();
    readonly DifferenceHasher _difference = new();
    readonly AverageHasher _average = new();
    readonly BlockHasher _block = new();
    NoisePicture _picture = null!;

    [Params("512x512", "1600x1004", "4032x3024")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _picture = new NoisePicture(Size);

    [Benchmark(Baseline = true)]
    public PdqResult Pdq() => _pdq.Hash(_picture.Rgb);

    [Benchmark]
    public Hash64 Dct() => _dct.Hash(_picture.Rgb);

    [Benchmark]
    public Hash64 Difference() => _difference.Hash(_picture.Rgb);

    [Benchmark]
    public Hash64 Average() => _average.Hash(_picture.Rgb);

    [Benchmark]
    public Hash256 Block() => _block.Hash(_picture.Rgb);
}
