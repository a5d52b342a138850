using BenchmarkDotNet.Attributes;

namespace HashMatch.Benchmarks.Hashers;

/// <summary>A picture of noise in three sizes: a small one, one and a half megapixels of no round sides, and a camera's.</summary>
[MemoryDiagnoser]
public abstract class PictureBenchmarks
{
    [Params("512x512", "1600x1004", "4032x3024")]
    public string Size { get; set; } = "";

    private protected NoisePicture Picture { get; private set; } = null!;

    [GlobalSetup]
    public virtual void Setup() => Picture = new NoisePicture(Size);
}
