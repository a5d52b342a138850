using System.Buffers;

namespace HashMatch.Hashers.Transforms;

/// <summary>Resizes a picture's luma as Pillow does with <c>LANCZOS</c>: rows first, then columns, 8 bits between.</summary>
/// <remarks>
/// Every pixel is read once. Eight rows of luma at a time become eight short rows, these gather in a strip, and a full
/// strip is added to the outputs it touches; so a picture of any height works in the same memory, and of any width too:
/// rows beyond one block are cut, at the cost of making their weights again for every batch.
/// </remarks>
static class Resampler
{
    /// <summary>Rows of luma made at a time.</summary>
    const int BatchRows = 8;

    /// <summary>Short rows gathered before the columns are summed.</summary>
    const int StripRows = 256;

    /// <summary>Columns whose weights are kept for the whole picture.</summary>
    const int BlockColumns = 1 << 14;

    const int StripStride = StripRows + WeightBlock.Padding;
    const int Half = 1 << (LanczosWindow.WeightBits - 1);

    /// <summary>The picture's luma at another size.</summary>
    /// <param name="kernel">How to compute.</param>
    /// <param name="pixels">The picture.</param>
    /// <param name="width">Columns of the result, few.</param>
    /// <param name="result">Row after row; its length tells the number of rows.</param>
    internal static void Resize(PixelKernel kernel, PixelView pixels, int width, Span<byte> result)
    {
        var height = result.Length / width;
        var blockColumns = Math.Min(pixels.Width, BlockColumns);
        var lumaStride = blockColumns + WeightBlock.Padding;
        Span<LanczosWindow> columnWindows = stackalloc LanczosWindow[width];
        Span<LanczosWindow> rowWindows = stackalloc LanczosWindow[height];
        FindWindows(pixels.Width, columnWindows);
        FindWindows(pixels.Height, rowWindows);

        var columnLength = WeightBlock.MemoryLength(columnWindows, blockColumns);
        var rowLength = WeightBlock.MemoryLength(rowWindows, StripRows);
        var rented = ArrayPool<short>.Shared.Rent(columnLength + rowLength + (BatchRows * lumaStride) + (width * StripStride));
        var scratch = ArrayPool<int>.Shared.Rent(Math.Max(blockColumns, StripRows));
        var memory = rented.AsSpan();
        var columns = new WeightBlock(columnWindows, blockColumns, memory[..columnLength], scratch);
        var rows = new WeightBlock(rowWindows, StripRows, memory.Slice(columnLength, rowLength), scratch);
        var luma = memory.Slice(columnLength + rowLength, BatchRows * lumaStride);
        var strip = memory.Slice(columnLength + rowLength + luma.Length, width * StripStride);
        Span<int> totals = stackalloc int[width * height];
        totals.Fill(Half);
        for (var start = 0; start < pixels.Height; start += StripRows)
        {
            var end = Math.Min(start + StripRows, pixels.Height);
            for (var y = start; y < end; y += BatchRows)
            {
                ReduceRows(kernel, pixels, y, Math.Min(BatchRows, end - y), ref columns, luma, lumaStride, strip[(y - start)..]);
            }

            rows.Fill(start, end);
            kernel.AddWeighted(strip, StripStride, rows, totals);
        }

        // One total a column and row of the result, row after row as it is.
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Round(totals[i]);
        }

        ArrayPool<int>.Shared.Return(scratch);
        ArrayPool<short>.Shared.Return(rented);
    }

    static void FindWindows(int length, Span<LanczosWindow> windows)
    {
        for (var i = 0; i < windows.Length; i++)
        {
            windows[i] = new LanczosWindow(length, windows.Length, i);
        }
    }

    /// <summary>A batch of rows, from pixels to short rows; these stand as columns in the strip.</summary>
    static void ReduceRows(
        PixelKernel kernel, PixelView pixels, int y, int count, ref WeightBlock columns, Span<short> luma, int lumaStride, Span<short> strip)
    {
        var width = columns.Outputs;
        Span<int> sums = stackalloc int[count * width];
        sums.Fill(Half);
        for (var start = 0; start < pixels.Width; start += BlockColumns)
        {
            var end = Math.Min(start + BlockColumns, pixels.Width);
            if (y == 0 || pixels.Width > BlockColumns)
            {
                columns.Fill(start, end);
            }

            for (var row = 0; row < count; row++)
            {
                var bytes = pixels.Row(y + row)[(start * (int)pixels.Layout)..(end * (int)pixels.Layout)];
                kernel.ToLuma(bytes, pixels.Layout, luma.Slice(row * lumaStride, end - start));
            }

            kernel.AddWeighted(luma, lumaStride, columns, sums);
        }

        for (var x = 0; x < width; x++)
        {
            for (var row = 0; row < count; row++)
            {
                strip[(x * StripStride) + row] = Round(sums[(x * count) + row]);
            }
        }
    }

    static byte Round(int sum) => (byte)Math.Clamp(sum >> LanczosWindow.WeightBits, byte.MinValue, byte.MaxValue);
}
