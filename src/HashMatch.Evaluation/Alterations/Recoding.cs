using HashMatch.Evaluation.Pixels;
using HashMatch.Imaging;

namespace HashMatch.Evaluation.Alterations;

/// <summary>Saved again: another format, another size.</summary>
static class Recoding
{
    /// <summary>The most pixels of an enlarged copy: more would only cost time.</summary>
    internal const long MaxEnlarged = 16_000_000;

    /// <summary>The pixels of the largest copy made of a picture of so many.</summary>
    internal static long LargestCopy(long pixels) => Math.Max(pixels, Math.Min(16 * pixels, MaxEnlarged));

    internal static RgbPicture? Jpeg(RgbPicture picture, int quality) =>
        Math.Max(picture.Width, picture.Height) > ImageEncoder.MaxJpegSide ? null
            : RgbPicture.Decode(ImageEncoder.EncodeJpeg(picture.View, quality));

    internal static RgbPicture? WebP(RgbPicture picture, int quality) =>
        Math.Max(picture.Width, picture.Height) > ImageEncoder.MaxWebPSide ? null
            : RgbPicture.Decode(ImageEncoder.EncodeWebP(picture.View, quality));

    /// <summary>Both sides times <paramref name="factor"/>, within the least side of a hash and <see cref="MaxEnlarged"/> pixels.</summary>
    /// <returns>Null where the picture is too large already to be enlarged.</returns>
    internal static RgbPicture? Resize(RgbPicture picture, double factor)
    {
        var most = Math.Sqrt(MaxEnlarged / ((double)picture.Width * picture.Height));
        if (factor > 1 && most <= 1)
        {
            return null;
        }

        var scale = Math.Min(factor, Math.Max(most, 1));
        var (width, height) = (Scaled(picture.Width, scale), Scaled(picture.Height, scale));
        return new RgbPicture(PixelFilter.Resize(picture.View, width, height), width, height);
    }

    static int Scaled(int side, double scale) => Math.Max(DecodeOptions.MinSide, (int)Math.Round(side * scale, MidpointRounding.AwayFromZero));
}
