using BenchmarkDotNet.Attributes;
using HashMatch.Hashers;
using HashMatch.Hashers.Transforms;
using HashMatch.Hashes;

namespace HashMatch.Benchmarks.Hashers;

/// <summary>The stages of one hash of 1600x1004 pixels by the default kernel.</summary>
[MemoryDiagnoser]
public class PdqStageBenchmarks
{
    readonly PdqKernel _kernel = PdqKernels.Default;
    readonly NoisePicture _picture = new("1600x1004");
    readonly float[] _luma = new float[1600 * 1004];
    readonly float[] _block = new float[PdqKernel.BlockLength];
    readonly float[] _coefficients = new float[256];

    [GlobalSetup]
    public void Setup()
    {
        Downsample();
        Transform();
    }

    [Benchmark]
    public void LumaFromRgb() => _kernel.CopyLuma(new LumaInput(_picture.Rgb, HashProfile.Pdq1), _luma);

    [Benchmark]
    public void Downsample() => _kernel.Downsample(new LumaInput(_picture.Luma, HashProfile.Pdq1), _block);

    [Benchmark]
    public void Transform() => _kernel.Transform(_block, _coefficients);

    [Benchmark]
    public int Quality() => PdqQuality.Of(_block);

    [Benchmark]
    public Hash256 Bits() => PdqBits.Of(_coefficients);

    [Benchmark]
    public DihedralHashes DihedralBits() => PdqBits.Dihedral(_coefficients);
}
