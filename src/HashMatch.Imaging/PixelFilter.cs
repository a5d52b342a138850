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
    /// <summary>The largest standard deviation of a blur, in pixels: the library's window ends there.</summary>
    public const double MaxSigma = 500;

    /// <summary>The picture at another size, by a Lanczos filter of three lobes.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="width">Pixels in a row of the result, at least 1.</param>
    /// <param name="height">Rows of the result, at least 1.</param>
    /// <returns>Rows without padding, in the layout of <paramref name="pixels"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1, or the result is more than an array holds.</exception>
    /// <exception cref="InvalidOperationException">The library lacks the memory.</exception>
    public static byte[] Resize(PixelView pixels, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Array.MaxLength / (int)pixels.Layout / width);
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
    /// <param name="sigma">The standard deviation in pixels, above 0, at most <see cref="MaxSigma"/>.</param>
    /// <returns>Rows without padding, of the size and layout of <paramref name="pixels"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sigma"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">The library lacks the memory.</exception>
    public static byte[] Blur(PixelView pixels, double sigma)
    {
        // Not a number compares with nothing.
        if (!(sigma is > 0 and <= MaxSigma))
        {
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, $"Must be above 0 and at most {MaxSigma}.");
        }

        return VipsPixels.Use(pixels, image =>
        {
            // The library's default cuts the bell off at a fifth of its height, which leaves small blurs without any effect.
            using var blurred = image.Gaussblur(sigma, minAmpl: 0.02);
            return VipsPixels.ToBytes(blurred);
        });
    }
}
