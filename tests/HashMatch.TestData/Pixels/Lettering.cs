namespace HashMatch.TestData.Pixels;

/// <summary>Writes lines of text onto pictures.</summary>
static class Lettering
{
    /// <summary>A copy of the picture with a centred line, light with a dark edge as captions have it.</summary>
    /// <param name="image">The picture; it is not changed.</param>
    /// <param name="text">Letters of <see cref="BitmapFont"/>.</param>
    /// <param name="scale">Pixels of one cell of the font.</param>
    /// <param name="top">The first row of the letters.</param>
    public static RgbImage Caption(RgbImage image, string text, int scale, int top)
    {
        var result = Geometry.Crop(image, 0);
        var edge = Math.Max(1, scale / 3);
        var left = Centre(image, text, scale);
        foreach (var (dx, dy) in new[] { (-edge, -edge), (edge, -edge), (-edge, edge), (edge, edge) })
        {
            Write(result, text, scale, left + dx, top + dy, 0x101010);
        }

        Write(result, text, scale, left, top, 0xFAFAFA);
        return result;
    }

    /// <summary>Writes a centred line into the picture.</summary>
    public static void WriteCentred(RgbImage image, string text, int scale, int top, int hex) =>
        Write(image, text, scale, Centre(image, text, scale), top, hex);

    static int Centre(RgbImage image, string text, int scale) =>
        (image.Width - (((text.Length * BitmapFont.Advance) - 1) * scale)) / 2;

    static void Write(RgbImage image, string text, int scale, int left, int top, int hex)
    {
        for (var row = 0; row < BitmapFont.Height * scale; row++)
        {
            for (var column = 0; column < text.Length * BitmapFont.Advance * scale; column++)
            {
                var cell = column / scale % BitmapFont.Advance;
                var letter = text[column / scale / BitmapFont.Advance];
                var (x, y) = (left + column, top + row);
                var inside = x >= 0 && y >= 0 && x < image.Width && y < image.Height;
                if (inside && cell < BitmapFont.Width && BitmapFont.HasInk(letter, cell, row / scale))
                {
                    image.Set(x, y, hex);
                }
            }
        }
    }
}
