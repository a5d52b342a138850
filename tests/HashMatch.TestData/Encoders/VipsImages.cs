using HashMatch.TestData.Pixels;
using NetVips;

namespace HashMatch.TestData.Encoders;

/// <summary>Our pixels as libvips images.</summary>
static class VipsImages
{
    /// <summary>Three bands of 8 bits.</summary>
    public static Image From(RgbImage picture) => Bands(picture.Data, picture, 3, Enums.Interpretation.Srgb);

    /// <summary>Any bands of 8 bits, given for each pixel of <paramref name="size"/>.</summary>
    public static Image Bands(byte[] data, RgbImage size, int bands, Enums.Interpretation interpretation)
    {
        using var raw = Image.NewFromMemory(data, size.Width, size.Height, bands, Enums.BandFormat.Uchar);
        return raw.Copy(interpretation: interpretation);
    }
}
