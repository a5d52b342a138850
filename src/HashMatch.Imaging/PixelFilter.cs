using HashMatch.Hashers;
using HashMatch.Imaging.Vips;
using NetVips;

namespace HashMatch.Imaging;

/// <summary>Resampling and blurring as image programs do them, through libvips.</summary>
/// <remarks>
/// No hash is made from what comes out of here but in evaluations: a stored hash must not depend on a library's resampling.
/// Thread-safe. Every method throws <see cref="DllNotFoundException"/> where the native library is missing.
/// </remarks>
public static class PixelFilter
{
    /// <summary>The picture at another size, by a Lanczos filter of three lobes.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="width">Pixels in a row of the result, at least 1.</param>
    /// <param name="height">Rows of the result, at least 1.</param>
    /// <returns>Rows without padding, in the layout of <paramref name="pixels"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    public static byte[] Resize(PixelView pixels, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return VipsPixels.Use(pixels, image =>
        {
            using var resized = image.Resize((double)width / image.Width, Enums.Kernel.Lanczos3, vscale: (double)height / image.Height);
            // The library rounds scales of its own; a pixel more or less on a side is cut or repeated.
            using var exact = resized.Width == width && resized.Height == height
                ? resized.Copy()
                : resized.Embed(0, 0, width, height, extend: Enums.Extend.Copy);
            return VipsPixels.ToBytes(exact);
        });
    }

    /// <summary>The picture under a Gaussian blur.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="sigma">The standard deviation in pixels, above 0.</param>
    /// <returns>Rows without padding, of the size and layout of <paramref name="pixels"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sigma"/> is not above 0.</exception>
    public static byte[] Blur(PixelView pixels, double sigma)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sigma);
        return VipsPixels.Use(pixels, image =>
        {
            // The library's default cuts the bell off at a fifth of its height, which leaves small blurs without any effect.
            using var blurred = image.Gaussblur(sigma, minAmpl: 0.02);
            return VipsPixels.ToBytes(blurred);
        });
    }
}
