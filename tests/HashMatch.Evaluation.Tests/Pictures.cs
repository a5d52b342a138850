using HashMatch.Evaluation.Pixels;

namespace HashMatch.Evaluation.Tests;

/// <summary>Small pictures with enough in them to be hashed.</summary>
static class Pictures
{
    /// <summary>Coloured blobs under a fine grain, which blurring and sharpening change; another picture for each seed.</summary>
    internal static RgbPicture Blobs(ulong seed, int width = 120, int height = 80)
    {
        var picture = RgbPicture.Unset(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = picture.Pixel(x, y);
                for (var channel = 0; channel < 3; channel++)
                {
                    pixel[channel] = Value(seed, x / (double)width, y / (double)height, channel, CounterNoise.NormalAt(seed, (ulong)((y * width) + x), 12));
                }
            }
        }

        return picture;
    }

    internal static RgbPicture Flat() => RgbPicture.Filled(64, 48, Rgb.Grey(90));

    static byte Value(ulong seed, double x, double y, int channel, int grain)
    {
        var value = 120.0 + grain;
        for (var i = 0UL; i < 40; i++)
        {
            var bits = CounterNoise.At(seed, i);
            var (u, v) = ((bits & 0xFFFF) / 65536.0, ((bits >> 16) & 0xFFFF) / 65536.0);
            var strength = (double)((bits >> 32) & 0xFF) - 128 + (channel * 9);
            value += 1.5 * strength / (1 + (200 * (((x - u) * (x - u)) + ((y - v) * (y - v)))));
        }

        return (byte)Math.Clamp(value, 0, 255);
    }
}
