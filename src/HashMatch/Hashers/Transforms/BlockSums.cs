namespace HashMatch.Hashers.Transforms;

/// <summary>R + G + B summed over each of 16x16 blocks, pixels on a bound shared between blocks by area.</summary>
static class BlockSums
{
    const int Blocks = BlockStretch.Blocks;

    /// <summary>Adds every pixel's part to <paramref name="sums"/>, row after row, in units of a 256th.</summary>
    internal static void Add(PixelKernel kernel, PixelView pixels, Span<long> sums)
    {
        Span<BlockStretch> columnMemory = stackalloc BlockStretch[BlockStretch.Most];
        Span<BlockStretch> rowMemory = stackalloc BlockStretch[BlockStretch.Most];
        Span<long> row = stackalloc long[Blocks];
        var columns = BlockStretch.Cut(pixels.Width, columnMemory);
        foreach (var stretch in BlockStretch.Cut(pixels.Height, rowMemory))
        {
            row.Clear();
            for (var y = stretch.Start; y < stretch.Start + stretch.Length; y++)
            {
                AddRow(kernel, pixels, y, columns, row);
            }

            for (var x = 0; x < Blocks; x++)
            {
                sums[(stretch.Near * Blocks) + x] += row[x] * stretch.NearShare;
                sums[(stretch.Far * Blocks) + x] += row[x] * stretch.FarShare;
            }
        }
    }

    /// <summary>Adds one row of pixels, in sixteenths.</summary>
    static void AddRow(PixelKernel kernel, PixelView pixels, int y, ReadOnlySpan<BlockStretch> columns, Span<long> sums)
    {
        var bytes = pixels.Row(y);
        var bytesPerPixel = (int)pixels.Layout;
        var weight = pixels.Layout == PixelLayout.Grey8 ? 3 : 1;
        foreach (var stretch in columns)
        {
            var sum = weight * kernel.SumOf(bytes.Slice(stretch.Start * bytesPerPixel, stretch.Length * bytesPerPixel));
            sums[stretch.Near] += sum * stretch.NearShare;
            sums[stretch.Far] += sum * stretch.FarShare;
        }
    }
}
