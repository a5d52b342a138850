using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Averages a picture of any sides to exactly 512x512 luma, each pixel weighed by the area it covers.</summary>
/// <remarks>
/// Sixteen rows of the result at a time: for a strip of columns, the rows of each part are summed downwards, then
/// <see cref="AreaColumns{TLanes}"/> sums those along, sixteen rows side by side. A picture's row is read once, twice
/// where two parts share it, and memory does not grow with the picture.
/// </remarks>
static class AreaResampler<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>Columns summed at a time: sixteen rows of sums stay near the first-level cache.</summary>
    const int StripColumns = 512;

    /// <summary>An odd multiple of sixteen, so that the rows of a tile do not fall on the same cache sets.</summary>
    const int Stride = StripColumns + Lanes.Count;

    const int TileLength = Lanes.Count * Lanes.Count;

    internal static void Run(LumaInput input, Span<float> plane)
    {
        var rows = new AreaAxis(input.Height);
        var rented = ArrayPool<float>.Shared.Rent((Lanes.Count * Stride) + (2 * TileLength));
        var sums = rented.AsSpan(0, Lanes.Count * Stride);
        var tiles = rented.AsSpan(Lanes.Count * Stride, 2 * TileLength);
        // What lies right of the last column is turned with the rest and never used.
        sums.Clear();
        for (var top = 0; top < AreaAxis.PartCount; top += Lanes.Count)
        {
            var across = new AreaColumns<TLanes>(new AreaAxis(input.Width), rows, tiles, plane[(top * AreaAxis.PartCount)..]);
            for (var start = 0; start < input.Width; start += StripColumns)
            {
                var count = Math.Min(StripColumns, input.Width - start);
                for (var i = 0; i < Lanes.Count; i++)
                {
                    SumDown(input, rows, top + i, start, sums.Slice(i * Stride, count));
                }

                across.Add(sums, Stride, count);
            }
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>The rows of one part, weighed and added, from column <paramref name="start"/> on.</summary>
    static void SumDown(LumaInput input, AreaAxis axis, int part, int start, Span<float> sums)
    {
        var (first, end) = (axis.First(part), axis.End(part));
        var (firstShare, lastShare) = (axis.Share(part, first), axis.Share(part, end - 1));
        var whole = sums.Length & -Lanes.Count;
        if (whole > 0)
        {
            SumDown(input.BytesFrom(first, start), input.RowBytes, end - first, firstShare, lastShare, input.PixelBytes, sums[..whole]);
        }

        for (var x = whole; x < sums.Length; x++)
        {
            var sum = firstShare * input[first, start + x];
            for (var y = first + 1; y < end; y++)
            {
                sum += axis.Share(part, y) * input[y, start + x];
            }

            sums[x] = sum;
        }
    }

    /// <remarks>A method of its own, compiled in full at once: the sums keep their registers.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    static void SumDown(
        ReadOnlySpan<byte> pixels, nint rowBytes, int rows, float firstShare, float lastShare, int pixelBytes, Span<float> sums)
    {
        ref var source = ref MemoryMarshal.GetReference(pixels[..checked((int)(((rows - 1) * rowBytes) + (sums.Length * pixelBytes)))]);
        var (first, last) = (TLanes.Broadcast(firstShare), TLanes.Broadcast(lastShare));
        for (var x = 0; x < sums.Length; x += Lanes.Count)
        {
            ref var at = ref Unsafe.Add(ref source, x * pixelBytes);
            var sum = first * LumaAt(in at, pixelBytes);
            for (var y = 1; y < rows - 1; y++)
            {
                // A row between the first and the last counts in full.
                at = ref Unsafe.Add(ref at, rowBytes);
                sum += LumaAt(in at, pixelBytes);
            }

            if (rows > 1)
            {
                sum += last * LumaAt(in Unsafe.Add(ref at, rowBytes), pixelBytes);
            }

            sum.Store(ref sums[x]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLanes LumaAt(ref readonly byte source, int pixelBytes)
    {
        if (pixelBytes == (int)PixelLayout.Rgb24)
        {
            TLanes.LoadRgb(in source, out var red, out var green, out var blue);
            return LumaInput.Luma(red, green, blue);
        }

        if (pixelBytes == (int)PixelLayout.Grey8)
        {
            var grey = TLanes.LoadGrey(in source);
            return LumaInput.Luma(grey, grey, grey);
        }

        return TLanes.Load(in Unsafe.As<byte, float>(ref Unsafe.AsRef(in source)));
    }
}
