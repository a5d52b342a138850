using BenchmarkDotNet.Attributes;
using HashMatch.Hashers;

namespace HashMatch.Benchmarks.Hashers;

/// <summary>What altered copies cost beside the picture as it is: looking for margins, and hashing what is left without them.</summary>
[MemoryDiagnoser]
public class PdqFormsBenchmarks
{
    const string Size = "1600x1004";

    readonly PdqHasher _hasher = new();
    NoisePicture _picture = null!;

    /// <summary>Plain rows above and below, in percent of the height: none, or the bars of a wide film.</summary>
    [Params(0, 12)]
    public int BarPercent { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _picture = new NoisePicture(Size);
        _picture.DrawBars(BarPercent);
    }

    [Benchmark(Baseline = true)]
    public PdqResult Hash() => _hasher.Hash(_picture.Rgb);

    [Benchmark]
    public HashForms AsItIs() => _hasher.HashForms(_picture.Rgb, FormKinds.None);

    [Benchmark]
    public HashForms Dihedral() => _hasher.HashForms(_picture.Rgb, FormKinds.Dihedral);

    [Benchmark]
    public HashForms Trimmed() => _hasher.HashForms(_picture.Rgb, FormKinds.Trimmed);

    [Benchmark]
    public HashForms All() => _hasher.HashForms(_picture.Rgb, FormKinds.All);
}
