using HashMatch.Hashers;

namespace HashMatch.Imaging.Decoders;

/// <summary>What a decoder library hands over → grey or RGB, in place: the result never needs more room.</summary>
static class PixelConversion
{
    /// <summary>Grey or RGB, with or without alpha; bands beyond the fourth are left out.</summary>
    internal static PixelLayout ToGreyOrRgb(Span<byte> pixels, int count, int bands)
    {
        switch (bands)
        {
            case 1:
                return PixelLayout.Grey8;
            case 2:
                GreyAlphaToGrey(pixels, count);
                return PixelLayout.Grey8;
            case 3:
                return PixelLayout.Rgb24;
            default:
                RgbAlphaToRgb(pixels, count, bands);
                return PixelLayout.Rgb24;
        }
    }

    /// <summary>Grey with alpha → grey over white.</summary>
    static void GreyAlphaToGrey(Span<byte> pixels, int count)
    {
        for (int i = 0, from = 0; i < count; i++, from += 2)
        {
            pixels[i] = OverWhite(pixels[from], pixels[from + 1]);
        }
    }

    /// <summary>RGB with alpha, and bands beyond it that are left out → RGB over white.</summary>
    static void RgbAlphaToRgb(Span<byte> pixels, int count, int bands)
    {
        for (int i = 0, from = 0, to = 0; i < count; i++, from += bands, to += 3)
        {
            var alpha = pixels[from + 3];
            var (r, g, b) = (pixels[from], pixels[from + 1], pixels[from + 2]);
            pixels[to] = OverWhite(r, alpha);
            pixels[to + 1] = OverWhite(g, alpha);
            pixels[to + 2] = OverWhite(b, alpha);
        }
    }

    /// <summary>CMYK, with or without alpha → RGB: each ink and black thin the light, rounded to the nearest.</summary>
    internal static void CmykToRgb(Span<byte> pixels, int count, int bands)
    {
        for (int i = 0, from = 0, to = 0; i < count; i++, from += bands, to += 3)
        {
            var light = 255 - pixels[from + 3];
            var alpha = bands > 4 ? pixels[from + 4] : (byte)255;
            var (c, m, y) = (pixels[from], pixels[from + 1], pixels[from + 2]);
            pixels[to] = OverWhite((byte)DivideBy255((255 - c) * light), alpha);
            pixels[to + 1] = OverWhite((byte)DivideBy255((255 - m) * light), alpha);
            pixels[to + 2] = OverWhite((byte)DivideBy255((255 - y) * light), alpha);
        }
    }

    /// <summary>A value seen through its alpha on white paper: (value · alpha + 255 · (255 − alpha)) / 255, rounded to the nearest.</summary>
    static byte OverWhite(byte value, byte alpha) =>
        alpha == 255 ? value : (byte)DivideBy255((value * alpha) + (255 * (255 - alpha)));

    /// <summary>Divides 0..65025 by 255, rounded to the nearest.</summary>
    static int DivideBy255(int value) => (value + 127) / 255;
}
