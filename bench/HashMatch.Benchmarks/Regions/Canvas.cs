using HashMatch.Hashers;
using NetVips;

namespace HashMatch.Benchmarks.Regions;

/// <summary>An RGB picture in memory to cut, reduce and paint on; every step but <see cref="Put"/> and <see cref="Write"/> gives a new one.</summary>
sealed class Canvas(int width, int height, byte[] pixels)
{
    const int Channels = 3;

    internal int Width => width;

    internal int Height => height;

    internal PixelView View => new(pixels, width, height, PixelLayout.Rgb24);

    internal static Canvas Of(PixelView view)
    {
        var copy = new byte[view.Width * view.Height * Channels];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = view.Layout == PixelLayout.Rgb24 ? view.Data[i] : view.Data[i / Channels];
        }

        return new(view.Width, view.Height, copy);
    }

    internal static Canvas Blank(int width, int height, byte shade)
    {
        var pixels = new byte[width * height * Channels];
        pixels.AsSpan().Fill(shade);
        return new(width, height, pixels);
    }

    internal Canvas Clone() => new(width, height, [.. pixels]);

    /// <summary>Without the given parts of its sides.</summary>
    internal Canvas Cut(double left, double top, double right, double bottom)
    {
        var (x, y) = ((int)(left * width), (int)(top * height));
        var result = Blank(width - x - (int)(right * width), height - y - (int)(bottom * height), 0);
        return result.Put(this, -x, -y);
    }

    internal Canvas Resize(double factor)
    {
        var (columns, rows) = (Math.Max(8, (int)Math.Round(width * factor)), Math.Max(8, (int)Math.Round(height * factor)));
        using var image = Image.NewFromMemory(pixels, width, height, Channels, Enums.BandFormat.Uchar);
        using var resized = image.Resize(columns / (double)width, vscale: rows / (double)height, kernel: Enums.Kernel.Linear);
        return new(resized.Width, resized.Height, resized.WriteToMemory<byte>());
    }

    internal Canvas Jpeg(int quality)
    {
        using var image = Image.NewFromMemory(pixels, width, height, Channels, Enums.BandFormat.Uchar);
        using var back = Image.NewFromBuffer(image.JpegsaveBuffer(q: quality));
        return new(width, height, back.WriteToMemory<byte>());
    }

    /// <summary>Paints another picture over this one; what lies outside is left out.</summary>
    internal Canvas Put(Canvas other, int left, int top)
    {
        var (from, to) = (Math.Max(0, -left), Math.Min(other.Width, width - left));
        for (var y = Math.Max(0, -top); y < Math.Min(other.Height, height - top) && from < to; y++)
        {
            other.View.Row(y)[(from * Channels)..(to * Channels)].CopyTo(pixels.AsSpan((((y + top) * width) + left + from) * Channels));
        }

        return this;
    }

    /// <summary>Fills a box with lines of strokes as text has them: random glyphs of 3x5 cells with gaps for words.</summary>
    internal Canvas Write(int left, int top, int columns, int rows, int size, byte ink, Random random)
    {
        var cell = Math.Max(1, size / 5);
        for (var y = top; y + size <= top + rows; y += size * 3 / 2)
        {
            for (var x = left; x + (4 * cell) <= left + columns; x += 4 * cell)
            {
                var glyph = random.Next(7) == 0 ? 0 : random.Next(1 << 15);
                for (var bit = 0; bit < 15; bit++)
                {
                    if ((glyph >> bit & 1) != 0)
                    {
                        Put(Blank(cell, cell, ink), x + (bit % 3 * cell), y + (bit / 3 * cell));
                    }
                }
            }
        }

        return this;
    }
}
