using System.Buffers;

namespace HashMatch.Imaging.Decoders;

/// <summary>The EXIF orientations 1..8: how stored pixels are turned to stand upright.</summary>
/// <param name="Code">The value of the EXIF tag; any value outside 1..8 counts as 1.</param>
readonly record struct Orientation(int Code)
{
    /// <summary>Whether rows become columns.</summary>
    internal bool SwapsSides => Code is >= 5 and <= 8;

    /// <summary>Whether the pixels stay as they are.</summary>
    internal bool IsUpright => Code is < 2 or > 8;

    /// <summary>Writes the upright picture.</summary>
    /// <param name="source">Stored pixels, row after row.</param>
    /// <param name="target">As many bytes.</param>
    /// <param name="width">Stored pixels in a row.</param>
    /// <param name="height">Stored rows.</param>
    /// <param name="bytesPerPixel">1 or 3.</param>
    internal void Apply(ReadOnlySpan<byte> source, Span<byte> target, int width, int height, int bytesPerPixel)
    {
        var (targetWidth, targetHeight) = SwapsSides ? (height, width) : (width, height);
        for (var y = 0; y < targetHeight; y++)
        {
            // Where the first pixel of the upright row is stored, and how far the next one lies.
            var (x0, y0) = Stored(0, y, width, height);
            var (x1, y1) = targetWidth > 1 ? Stored(1, y, width, height) : (x0, y0);
            var from = (((long)y0 * width) + x0) * bytesPerPixel;
            var step = ((((long)y1 * width) + x1) * bytesPerPixel) - from;
            var row = target.Slice(y * targetWidth * bytesPerPixel, targetWidth * bytesPerPixel);
            for (var to = 0; to < row.Length; to += bytesPerPixel, from += step)
            {
                for (var b = 0; b < bytesPerPixel; b++)
                {
                    row[to + b] = source[(int)from + b];
                }
            }
        }
    }

    /// <summary>The upright picture in memory of its own; the stored one is disposed.</summary>
    internal IMemoryOwner<byte> Apply(IMemoryOwner<byte> stored, int width, int height, int bytesPerPixel)
    {
        using (stored)
        {
            var length = width * height * bytesPerPixel;
            var upright = PixelMemory.Rent(length);
            Apply(stored.Memory.Span[..length], upright.Memory.Span, width, height, bytesPerPixel);
            return upright;
        }
    }

    (int X, int Y) Stored(int x, int y, int width, int height) => Code switch
    {
        2 => (width - 1 - x, y),
        3 => (width - 1 - x, height - 1 - y),
        4 => (x, height - 1 - y),
        5 => (y, x),
        6 => (y, height - 1 - x),
        7 => (width - 1 - y, height - 1 - x),
        8 => (width - 1 - y, x),
        _ => (x, y),
    };
}
