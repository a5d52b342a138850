using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Reduces a picture's luma so that every value is the mean of the area it covers, fractions of pixels included.</summary>
/// <remarks>Rows are added up before columns are: whole rows are sums that vectors do, and columns remain for few rows.</remarks>
static class AreaReduction
{
    /// <summary>Writes the luma of <paramref name="pixels"/> as rows of <paramref name="width"/> values.</summary>
    /// <param name="pixels">The picture, no side smaller than asked for.</param>
    /// <param name="kernel">Makes the luma.</param>
    /// <param name="width">Columns of the result.</param>
    /// <param name="height">Rows of the result.</param>
    /// <param name="result">Exactly that many values.</param>
    internal static void Run(PixelView pixels, PdqKernel kernel, int width, int height, Span<float> result)
    {
        var rented = ArrayPool<float>.Shared.Rent(2 * pixels.Width);
        var luma = rented.AsSpan(0, pixels.Width);
        var sums = rented.AsSpan(pixels.Width, pixels.Width);
        var fetched = -1;
        for (var y = 0; y < height; y++)
        {
            var (from, to) = Bounds(y, pixels.Height, height);
            sums.Clear();
            for (var source = (int)from; source < to; source++)
            {
                if (fetched != source)
                {
                    var row = new PixelView(pixels.Row(source), pixels.Width, 1, pixels.Layout);
                    kernel.CopyLuma(new LumaInput(row, HashProfile.Pdq1), luma);
                    fetched = source;
                }

                AddScaled(luma, (float)(Math.Min(to, source + 1) - Math.Max(from, source)), sums);
            }

            ReduceRow(sums, 1f / (float)(to - from), result.Slice(y * width, width));
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>Means of two by two values, an odd last column or row left out.</summary>
    internal static void Halve(ReadOnlySpan<float> source, int width, int height, Span<float> result)
    {
        var halfWidth = width / 2;
        for (var y = 0; y < height / 2; y++)
        {
            var upper = source.Slice(2 * y * width, width);
            var lower = source.Slice(((2 * y) + 1) * width, width);
            var row = result.Slice(y * halfWidth, halfWidth);
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = ((upper[2 * x] + upper[(2 * x) + 1]) + (lower[2 * x] + lower[(2 * x) + 1])) * 0.25f;
            }
        }
    }

    static void AddScaled(ReadOnlySpan<float> row, float weight, Span<float> sums)
    {
        ref var input = ref MemoryMarshal.GetReference(row);
        ref var output = ref MemoryMarshal.GetReference(sums);
        var x = 0;
        for (; x <= row.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            var sum = Vector.LoadUnsafe(ref output, (nuint)x) + (Vector.LoadUnsafe(ref input, (nuint)x) * weight);
            sum.StoreUnsafe(ref output, (nuint)x);
        }

        for (; x < row.Length; x++)
        {
            sums[x] += row[x] * weight;
        }
    }

    static void ReduceRow(ReadOnlySpan<float> sums, float rowWeight, Span<float> result)
    {
        for (var x = 0; x < result.Length; x++)
        {
            var (from, to) = Bounds(x, sums.Length, result.Length);
            var sum = 0f;
            for (var source = (int)from; source < to; source++)
            {
                sum += sums[source] * (float)(Math.Min(to, source + 1) - Math.Max(from, source));
            }

            result[x] = sum * (rowWeight / (float)(to - from));
        }
    }

    /// <summary>The stretch of the source that a place of the result covers.</summary>
    static (double From, double To) Bounds(int place, int sourceLength, int resultLength) =>
        ((double)place * sourceLength / resultLength, (double)(place + 1) * sourceLength / resultLength);
}
