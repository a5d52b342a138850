using HashMatch.Hashers;
using HashMatch.Imaging.Vips;

namespace HashMatch.Imaging;

/// <summary>Pixels to the bytes of a lossy image file, through libvips: for copies as they go round, to see whether they are found.</summary>
/// <remarks>
/// Equal pixels give equal bytes with the same build of the library on the same kind of processor. Thread-safe. Every method
/// throws <see cref="DllNotFoundException"/> where the native library is missing.
/// </remarks>
public static class ImageEncoder
{
    /// <summary>The most pixels on a side of a JPEG: the encoder makes no larger one, though the format has room for 35 more.</summary>
    public const int MaxJpegSide = 65_500;

    /// <summary>The most pixels on a side of a WebP.</summary>
    public const int MaxWebPSide = 16_383;

    /// <summary>A baseline JPEG, colours at half resolution below quality 90, without metadata.</summary>
    /// <param name="pixels">At most <see cref="MaxJpegSide"/> pixels on a side.</param>
    /// <param name="quality">1 (smallest file) to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quality or a side is out of range.</exception>
    /// <exception cref="InvalidOperationException">The library lacks the memory, or the format's blocks do not hold the picture.</exception>
    public static byte[] EncodeJpeg(PixelView pixels, int quality)
    {
        Check(pixels, quality, MaxJpegSide);
        return VipsPixels.Use(pixels, image => image.JpegsaveBuffer(q: quality));
    }

    /// <summary>A lossy WebP without metadata.</summary>
    /// <param name="pixels">At most <see cref="MaxWebPSide"/> pixels on a side.</param>
    /// <param name="quality">1 (smallest file) to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quality or a side is out of range.</exception>
    /// <exception cref="InvalidOperationException">The library lacks the memory, or the format's blocks do not hold the picture.</exception>
    public static byte[] EncodeWebP(PixelView pixels, int quality)
    {
        Check(pixels, quality, MaxWebPSide);
        return VipsPixels.Use(pixels, image => image.WebpsaveBuffer(q: quality));
    }

    static void Check(PixelView pixels, int quality, int maxSide)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(pixels.Width, pixels.Height), maxSide, nameof(pixels));
    }
}
