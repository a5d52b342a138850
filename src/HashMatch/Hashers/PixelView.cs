namespace HashMatch.Hashers;

/// <summary>
/// A borrowed rectangle of 8-bit pixels: rows top to bottom, pixels left to right, orientation already applied, no alpha.
/// </summary>
/// <remarks>It does not own its memory: use it while the owner (a decoded image, an array) lives.</remarks>
public readonly ref struct PixelView
{
    /// <summary>A view of <paramref name="data"/>.</summary>
    /// <param name="data">At least <c>width * height * bytes-per-pixel</c> bytes; more are ignored.</param>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="layout">Bytes of one pixel.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1, or the layout is unknown.</exception>
    /// <exception cref="ArgumentException"><paramref name="data"/> is too short.</exception>
    public PixelView(ReadOnlySpan<byte> data, int width, int height, PixelLayout layout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (layout is not (PixelLayout.Grey8 or PixelLayout.Rgb24))
        {
            throw new ArgumentOutOfRangeException(nameof(layout), layout, "Use Grey8 or Rgb24.");
        }

        // Counted in pixels: the bytes of the largest sides do not fit a long.
        var needed = (long)width * height;
        if (data.Length / (int)layout < needed)
        {
            throw new ArgumentException($"{width}x{height} {layout} needs more than {data.Length} bytes.", nameof(data));
        }

        Data = data[..((int)needed * (int)layout)];
        Width = width;
        Height = height;
        Layout = layout;
        Stride = width * (int)layout;
    }

    PixelView(ReadOnlySpan<byte> data, int width, int height, PixelLayout layout, int stride)
    {
        Data = data;
        Width = width;
        Height = height;
        Layout = layout;
        Stride = stride;
    }

    /// <summary>All pixels, row after row, from the first to the last; rows begin <see cref="Stride"/> bytes apart.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Bytes of one pixel.</summary>
    public PixelLayout Layout { get; }

    /// <summary>Bytes from one row to the next: those of a row, and more in a part of a wider picture.</summary>
    public int Stride { get; }

    /// <summary>The bytes of row <paramref name="y"/>, 0 at the top.</summary>
    public ReadOnlySpan<byte> Row(int y) => Data.Slice(y * Stride, Width * (int)Layout);

    /// <summary>A part of the picture, in the same memory.</summary>
    /// <param name="left">Its first column.</param>
    /// <param name="top">Its first row.</param>
    /// <param name="width">Its pixels in a row, at least 1.</param>
    /// <param name="height">Its rows, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It does not lie within the picture.</exception>
    public PixelView Crop(int left, int top, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Width - left);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Height - top);
        var data = Data.Slice((top * Stride) + (left * (int)Layout), ((height - 1) * Stride) + (width * (int)Layout));
        return new PixelView(data, width, height, Layout, Stride);
    }
}
