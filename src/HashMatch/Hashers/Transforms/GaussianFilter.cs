using System.Numerics;
using System.Runtime.InteropServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Blurs a plane with a symmetric kernel, down the columns and along the rows; edges are repeated outwards.</summary>
/// <remarks>
/// Each output is one fixed sequence of products and sums, whatever width of vector carries it, so the bits are equal on
/// every processor.
/// </remarks>
static class GaussianFilter
{
    /// <summary>Values of scratch that <see cref="Blur"/> needs.</summary>
    internal static int ScratchLength(int width, int taps) => width + (2 * taps);

    /// <summary>Blurs <paramref name="source"/> into <paramref name="destination"/>, which must not overlap it.</summary>
    /// <param name="source">Rows of <paramref name="width"/> values.</param>
    /// <param name="width">Values in a row.</param>
    /// <param name="taps">Half of the kernel: its middle, then one side.</param>
    /// <param name="destination">As large as the source.</param>
    /// <param name="scratch">At least <see cref="ScratchLength"/> values.</param>
    internal static void Blur(ReadOnlySpan<float> source, int width, ReadOnlySpan<float> taps, Span<float> destination, Span<float> scratch)
    {
        var reach = taps.Length - 1;
        var height = source.Length / width;
        var row = scratch[..(width + (2 * reach))];
        for (var y = 0; y < height; y++)
        {
            FilterColumns(source, width, y, taps, row.Slice(reach, width));
            row[..reach].Fill(row[reach]);
            row[(reach + width)..].Fill(row[reach + width - 1]);
            FilterRow(row, taps, destination.Slice(y * width, width));
        }
    }

    /// <summary>Writes <paramref name="value"/> less <paramref name="difference"/> over the latter.</summary>
    internal static void SubtractFrom(ReadOnlySpan<float> value, Span<float> difference)
    {
        ref var from = ref MemoryMarshal.GetReference(value);
        ref var result = ref MemoryMarshal.GetReference(difference);
        var i = 0;
        for (; i <= difference.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (Vector.LoadUnsafe(ref from, (nuint)i) - Vector.LoadUnsafe(ref result, (nuint)i)).StoreUnsafe(ref result, (nuint)i);
        }

        for (; i < difference.Length; i++)
        {
            difference[i] = value[i] - difference[i];
        }
    }

    static void FilterColumns(ReadOnlySpan<float> source, int width, int y, ReadOnlySpan<float> taps, Span<float> result)
    {
        var last = (source.Length / width) - 1;
        ref var input = ref MemoryMarshal.GetReference(source);
        ref var output = ref MemoryMarshal.GetReference(result);
        var x = 0;
        for (; x <= width - Vector<float>.Count; x += Vector<float>.Count)
        {
            var sum = Vector.LoadUnsafe(ref input, (nuint)((y * width) + x)) * taps[0];
            for (var k = 1; k < taps.Length; k++)
            {
                var above = Vector.LoadUnsafe(ref input, (nuint)((Math.Max(y - k, 0) * width) + x));
                var below = Vector.LoadUnsafe(ref input, (nuint)((Math.Min(y + k, last) * width) + x));
                sum += (above + below) * taps[k];
            }

            sum.StoreUnsafe(ref output, (nuint)x);
        }

        for (; x < width; x++)
        {
            var sum = source[(y * width) + x] * taps[0];
            for (var k = 1; k < taps.Length; k++)
            {
                sum += (source[(Math.Max(y - k, 0) * width) + x] + source[(Math.Min(y + k, last) * width) + x]) * taps[k];
            }

            result[x] = sum;
        }
    }

    static void FilterRow(ReadOnlySpan<float> row, ReadOnlySpan<float> taps, Span<float> result)
    {
        var reach = taps.Length - 1;
        ref var input = ref MemoryMarshal.GetReference(row);
        ref var output = ref MemoryMarshal.GetReference(result);
        var x = 0;
        for (; x <= result.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            var sum = Vector.LoadUnsafe(ref input, (nuint)(x + reach)) * taps[0];
            for (var k = 1; k < taps.Length; k++)
            {
                var left = Vector.LoadUnsafe(ref input, (nuint)(x + reach - k));
                var right = Vector.LoadUnsafe(ref input, (nuint)(x + reach + k));
                sum += (left + right) * taps[k];
            }

            sum.StoreUnsafe(ref output, (nuint)x);
        }

        for (; x < result.Length; x++)
        {
            var sum = row[x + reach] * taps[0];
            for (var k = 1; k < taps.Length; k++)
            {
                sum += (row[x + reach - k] + row[x + reach + k]) * taps[k];
            }

            result[x] = sum;
        }
    }
}
