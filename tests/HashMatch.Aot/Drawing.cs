using HashMatch.Hashers;

namespace HashMatch.Aot;

/// <summary>Pictures of soft blobs in whole numbers: the same bytes on every machine.</summary>
static class Drawing
{
    const int Side = 128;

    internal static PixelView Of(int seed, int brighten)
    {
        var pixels = new byte[Side * Side * (int)PixelLayout.Rgb24];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var value = 100 + brighten;
                for (var blob = 1; blob <= 12; blob++)
                {
                    // Places and strengths from a small generator of whole numbers.
                    var state = (uint)((seed * 977) + (blob * 131)) * 2654435761u;
                    var (dx, dy) = (x - (int)(state >> 25), y - (int)((state >> 18) & 127));
                    var strength = (int)((state >> 8) & 255) - 128;
                    value += strength * 200 / (200 + (dx * dx) + (dy * dy));
                }

                pixels.AsSpan(((y * Side) + x) * (int)PixelLayout.Rgb24, (int)PixelLayout.Rgb24).Fill((byte)Math.Clamp(value, 0, 255));
            }
        }

        return new PixelView(pixels, Side, Side, PixelLayout.Rgb24);
    }
}
