using BenchmarkDotNet.Attributes;
using HashMatch.Hashers;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Benchmarks.Hashers;

/// <summary>A whole hash from luma by every kernel this machine runs; their order in the registry comes from here.</summary>
[MemoryDiagnoser]
public class PdqKernelBenchmarks
{
    NoisePicture _picture = null!;
    PdqHasher _hasher = null!;

    public static IEnumerable<string> Kernels => PdqKernels.Available.Select(kernel => kernel.Name);

    [Params("512x512", "1600x1004", "4032x3024")]
    public string Size { get; set; } = "";

    [ParamsSource(nameof(Kernels))]
    public string Kernel { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _picture = new NoisePicture(Size);
        _hasher = new PdqHasher(HashProfile.Pdq1, PdqKernels.Available.Single(kernel => kernel.Name == Kernel));
    }

    [Benchmark]
    public PdqResult FromLuma() => _hasher.Hash(_picture.Luma);
}
