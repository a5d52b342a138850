namespace HashMatch.Imaging.Bmp;

/// <summary>RGB rows addressed in the order a bitmap stores them, which is bottom-up as a rule.</summary>
readonly ref struct BmpCanvas(Span<byte> pixels, in BmpHeader header, byte[] palette)
{
    readonly Span<byte> _pixels = pixels;
    readonly int _width = header.Width;
    readonly int _height = header.Height;
    readonly bool _isTopDown = header.IsTopDown;

    /// <summary>A row by its place in the file.</summary>
    public Span<byte> Row(int row) =>
        _pixels.Slice((_isTopDown ? row : _height - 1 - row) * _width * 3, _width * 3);

    /// <summary>Paints one pixel with a colour of the palette.</summary>
    public void Set(int x, int row, byte index) => palette.AsSpan(3 * index, 3).CopyTo(Row(row)[(3 * x)..]);

    /// <summary>Fills from a row, by its place in the file, to the end.</summary>
    public void FillRows(int first, byte value)
    {
        for (var row = first; row < _height; row++)
        {
            Row(row).Fill(value);
        }
    }
}
