using System.Buffers;

namespace HashMatch.Hashers.Transforms;

/// <summary>PDQ one number at a time, as its definition reads. The specification every other kernel is tested against.</summary>
/// <remarks>It keeps two whole planes of luma; only machines without any vector registers use it.</remarks>
sealed class ScalarPdqKernel : PdqKernel
{
    internal override string Name => "Scalar";

    internal override void Downsample(LumaInput input, Span<float> block) => Downsample(input, block, mirrored: false);

    internal override void DownsampleMirrored(LumaInput input, Span<float> blocks) => Downsample(input, blocks, mirrored: true);

    static void Downsample(LumaInput input, Span<float> blocks, bool mirrored)
    {
        var columns = new BoxAxis(input.Width);
        var rows = new BoxAxis(input.Height);

        // Each axis begins with its early output, if it has one.
        var (left, top) = (columns.EarlyOutputs, rows.EarlyOutputs);
        var (width, height) = (left + input.Width, top + input.Height);
        var count = checked(width * height);
        var first = ArrayPool<float>.Shared.Rent(count);
        var second = ArrayPool<float>.Shared.Rent(count);
        first.AsSpan(0, count).Clear();
        for (var y = 0; y < input.Height; y++)
        {
            for (var x = 0; x < input.Width; x++)
            {
                first[((top + y) * width) + left + x] = input[y, x];
            }
        }

        foreach (var pass in (ReadOnlySpan<int>)[1, 2])
        {
            for (var y = 0; y < height; y++)
            {
                Filter(first, second, y * width, 1, columns, pass);
            }

            for (var x = 0; x < width; x++)
            {
                Filter(second, first, x, width, rows, pass);
            }
        }

        for (var i = 0; i < BlockLength; i++)
        {
            var (row, column) = (i / BoxAxis.SampleCount, i % BoxAxis.SampleCount);
            var upright = ((top + rows.Sample(row)) * width) + left;
            blocks[i] = first[upright + columns.Sample(column)];
            if (mirrored)
            {
                var mirror = ((top + rows.MirroredSample(row)) * width) + left;
                blocks[BlockLength + i] = first[upright + columns.MirroredSample(column)];
                blocks[(2 * BlockLength) + i] = first[mirror + columns.Sample(column)];
                blocks[(3 * BlockLength) + i] = first[mirror + columns.MirroredSample(column)];
            }
        }

        ArrayPool<float>.Shared.Return(second);
        ArrayPool<float>.Shared.Return(first);
    }

    internal override void CopyLuma(LumaInput input, Span<float> destination)
    {
        for (var y = 0; y < input.Height; y++)
        {
            for (var x = 0; x < input.Width; x++)
            {
                destination[(y * input.Width) + x] = input[y, x];
            }
        }
    }

    internal override void Transform(ReadOnlySpan<float> block, Span<float> coefficients)
    {
        const int Samples = BoxAxis.SampleCount;
        Span<float> half = stackalloc float[DctMatrix.Frequencies * Samples];
        for (var i = 0; i < DctMatrix.Frequencies; i++)
        {
            for (var j = 0; j < Samples; j++)
            {
                var sum = 0f;
                for (var k = 0; k < Samples; k++)
                {
                    sum += DctMatrix.Rows[(i * Samples) + k] * block[(k * Samples) + j];
                }

                half[(i * Samples) + j] = sum;
            }
        }

        for (var i = 0; i < DctMatrix.Frequencies; i++)
        {
            for (var j = 0; j < DctMatrix.Frequencies; j++)
            {
                var sum = 0f;
                for (var k = 0; k < Samples; k++)
                {
                    sum += half[(i * Samples) + k] * DctMatrix.Rows[(j * Samples) + k];
                }

                coefficients[(i * DctMatrix.Frequencies) + j] = sum;
            }
        }
    }

    /// <summary>One pass along one row or column, its early output first.</summary>
    static void Filter(ReadOnlySpan<float> input, Span<float> output, int start, int stride, BoxAxis axis, int pass)
    {
        var zero = start + (axis.EarlyOutputs * stride);
        Filter(input, output, zero, stride, axis.Length, axis.Window);
        if (axis.EarlyOutputs > 0)
        {
            output[start] = pass == 1 ? input[zero] : (input[zero] + input[start]) / axis.Window;
        }
    }

    /// <summary>The running mean of <paramref name="window"/> values along one row or column.</summary>
    static void Filter(ReadOnlySpan<float> input, Span<float> output, int start, int stride, int length, int window)
    {
        var half = (window + 2) / 2;
        var entering = start;
        var leaving = start;
        var written = start;
        var sum = 0f;
        var count = 0;

        // The window grows, first without an output, then with one a step.
        for (var i = 0; i < window; i++)
        {
            sum += input[entering];
            entering += stride;
            count++;
            if (i >= half - 1)
            {
                output[written] = sum / count;
                written += stride;
            }
        }

        // Full, it moves along.
        for (var i = window; i < length; i++)
        {
            sum += input[entering];
            entering += stride;
            sum -= input[leaving];
            leaving += stride;
            output[written] = sum / count;
            written += stride;
        }

        // It shrinks at the end.
        for (var i = 0; i < half - 1; i++)
        {
            sum -= input[leaving];
            leaving += stride;
            count--;
            output[written] = sum / count;
            written += stride;
        }
    }
}
