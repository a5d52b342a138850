namespace HashMatch.Hashers.Transforms;

/// <summary>The parts of PDQ that cost time, one implementation a way of computing. All give the same bits.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
abstract class PdqKernel
{
    /// <summary>Floats in the reduced picture, 64 rows of 64.</summary>
    internal const int BlockLength = BoxAxis.SampleCount * BoxAxis.SampleCount;

    /// <summary>Names the kernel in test and benchmark output.</summary>
    internal abstract string Name { get; }

    /// <summary>Two box filters each way, then every 64th of the picture. Sides are at least 5.</summary>
    internal abstract void Downsample(LumaInput input, Span<float> block);

    /// <summary>The same, of the picture and of its mirror images: four blocks from one walk over the pixels.</summary>
    /// <param name="input">The picture.</param>
    /// <param name="blocks">As it is, left and right exchanged, top and bottom exchanged, both.</param>
    internal abstract void DownsampleMirrored(LumaInput input, Span<float> blocks);

    /// <summary>Luma of the whole picture, row after row.</summary>
    internal abstract void CopyLuma(LumaInput input, Span<float> destination);

    /// <summary>The 16x16 frequencies 1..16 of the reduced picture.</summary>
    internal abstract void Transform(ReadOnlySpan<float> block, Span<float> coefficients);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
