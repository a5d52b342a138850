namespace HashMatch.Hashers.Transforms;

/// <summary>The parts of the small hashes that touch every pixel, one implementation a way of computing.</summary>
/// <remarks>All work in whole numbers and give the same ones. Stateless and thread-safe.</remarks>
abstract class PixelKernel
{
    /// <summary>Names the kernel in test and benchmark output.</summary>
    internal abstract string Name { get; }

    /// <summary><see cref="RoundedLuma"/> of pixels side by side.</summary>
    internal abstract void ToLuma(ReadOnlySpan<byte> pixels, PixelLayout layout, Span<short> luma);

    /// <summary>Adds to every sum the products of an output's weights and a row's values, modulo 2^32.</summary>
    /// <param name="values">Rows of 0..255, each with <see cref="WeightBlock.Padding"/> numbers of any value behind it.</param>
    /// <param name="stride">From row to row.</param>
    /// <param name="weights">Those of the part of the axis that the rows cover.</param>
    /// <param name="sums">For every output one sum a row; their number tells that of the rows.</param>
    internal abstract void AddWeighted(ReadOnlySpan<short> values, int stride, in WeightBlock weights, Span<int> sums);

    /// <summary>The sum of all bytes.</summary>
    internal abstract long SumOf(ReadOnlySpan<byte> bytes);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
