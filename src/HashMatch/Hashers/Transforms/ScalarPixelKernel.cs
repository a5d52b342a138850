namespace HashMatch.Hashers.Transforms;

/// <summary>One number at a time, as the definitions read. The specification every other kernel is tested against.</summary>
sealed class ScalarPixelKernel : PixelKernel
{
    internal override string Name => "Scalar";

    internal override void ToLuma(ReadOnlySpan<byte> pixels, PixelLayout layout, Span<short> luma)
    {
        for (var i = 0; i < luma.Length; i++)
        {
            luma[i] = layout == PixelLayout.Grey8
                ? pixels[i]
                : RoundedLuma.Of(pixels[3 * i], pixels[(3 * i) + 1], pixels[(3 * i) + 2]);
        }
    }

    internal override void AddWeighted(ReadOnlySpan<short> values, int stride, in WeightBlock weights, Span<int> sums)
    {
        var rows = sums.Length / weights.Outputs;
        for (var output = weights.FirstOutput; output < weights.EndOutput; output++)
        {
            var run = weights.RunOf(output);
            for (var row = 0; row < rows; row++)
            {
                for (var i = 0; i < run.Length; i++)
                {
                    sums[(output * rows) + row] += values[(row * stride) + run.Start + i] * weights[run, i];
                }
            }
        }
    }

    internal override long SumOf(ReadOnlySpan<byte> bytes)
    {
        var sum = 0L;
        foreach (var value in bytes)
        {
            sum += value;
        }

        return sum;
    }
}
