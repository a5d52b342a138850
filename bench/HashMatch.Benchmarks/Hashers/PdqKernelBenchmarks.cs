using BenchmarkDotNet.Attributes;
using HashMatch.Hashers;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Benchmarks.Hashers;

/// <summary>A whole hash from luma by every kernel this machine runs; their order in the registry comes from here.</summary>
public class PdqKernelBenchmarks : PictureBenchmarks
{
    PdqHasher _hasher = null!;

    public static IEnumerable<string> Kernels => PdqKernels.Available.Select(kernel => kernel.Name);

    [ParamsSource(nameof(Kernels))]
    public string Kernel { get; set; } = "";

    public override void Setup()
    {
        base.Setup();
        _hasher = new PdqHasher(HashProfile.Pdq1, PdqKernels.Available.Single(kernel => kernel.Name == Kernel));
    }

    [Benchmark]
    public PdqResult FromLuma() => _hasher.Hash(Picture.Luma);
}
