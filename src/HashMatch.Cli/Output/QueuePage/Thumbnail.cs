using HashMatch.Hashers;

namespace HashMatch.Cli.Output.QueuePage;

/// <summary>A picture of at most 64 pixels a side, three bytes a pixel.</summary>
sealed record Thumbnail(int Width, int Height, byte[] Pixels)
{
    /// <summary>The longest side.</summary>
    internal const int Side = 64;

    /// <summary>Pixels on each side that a blurred one is mixed with, three times.</summary>
    const int Reach = 4;

    /// <summary>The picture, each pixel the mean of those it stands for.</summary>
    internal static Thumbnail Of(PixelView pixels)
    {
        var longest = Math.Max(pixels.Width, pixels.Height);
        var width = Math.Max(1, (int)((long)pixels.Width * Math.Min(Side, longest) / longest));
        var height = Math.Max(1, (int)((long)pixels.Height * Math.Min(Side, longest) / longest));
        var small = new byte[3 * width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                Mean(pixels, (x, width), (y, height), small.AsSpan(3 * ((y * width) + x), 3));
            }
        }

        return new Thumbnail(width, height, small);
    }

    internal Thumbnail ToGrey()
    {
        var grey = new byte[Pixels.Length];
        for (var i = 0; i < Pixels.Length; i += 3)
        {
            // Weights of luma in 256ths.
            grey.AsSpan(i, 3).Fill((byte)(((77 * Pixels[i]) + (150 * Pixels[i + 1]) + (29 * Pixels[i + 2])) >> 8));
        }

        return this with { Pixels = grey };
    }

    internal Thumbnail Blur()
    {
        var blurred = Pixels;
        for (var pass = 0; pass < 3; pass++)
        {
            blurred = Mix(blurred, 3, Width, 3 * Width, Height);
            blurred = Mix(blurred, 3 * Width, Height, 3, Width);
        }

        return this with { Pixels = blurred };
    }

    /// <summary>Mixes every pixel with its neighbours along one direction.</summary>
    static byte[] Mix(byte[] pixels, int step, int length, int nextLine, int lines)
    {
        var mixed = new byte[pixels.Length];
        for (var line = 0; line < lines; line++)
        {
            for (var i = 0; i < length; i++)
            {
                var (first, last) = (Math.Max(0, i - Reach), Math.Min(length - 1, i + Reach));
                for (var channel = 0; channel < 3; channel++)
                {
                    var sum = 0;
                    for (var at = first; at <= last; at++)
                    {
                        sum += pixels[(line * nextLine) + (at * step) + channel];
                    }

                    mixed[(line * nextLine) + (i * step) + channel] = (byte)(sum / (last - first + 1));
                }
            }
        }

        return mixed;
    }

    static void Mean(PixelView pixels, (int Place, int Count) x, (int Place, int Count) y, Span<byte> mean)
    {
        var (left, right) = Range(x, pixels.Width);
        var (top, bottom) = Range(y, pixels.Height);
        var bytes = (int)pixels.Layout;
        Span<long> sums = stackalloc long[3];
        sums.Clear();
        for (var row = top; row < bottom; row++)
        {
            for (var column = left; column < right; column++)
            {
                var pixel = pixels.Data.Slice((row * pixels.Stride) + (column * bytes), bytes);
                for (var channel = 0; channel < 3; channel++)
                {
                    sums[channel] += pixel[bytes == 1 ? 0 : channel];
                }
            }
        }

        for (var channel = 0; channel < 3; channel++)
        {
            mean[channel] = (byte)(sums[channel] / ((long)(right - left) * (bottom - top)));
        }
    }

    static (int First, int End) Range((int Place, int Count) part, int length) =>
        ((int)((long)part.Place * length / part.Count), (int)((long)(part.Place + 1) * length / part.Count));
}
