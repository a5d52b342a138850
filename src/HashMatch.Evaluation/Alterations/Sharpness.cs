using HashMatch.Evaluation.Pixels;
using HashMatch.Imaging;

namespace HashMatch.Evaluation.Alterations;

/// <summary>Blurred, sharpened, noisy.</summary>
static class Sharpness
{
    /// <summary>The shorter side at which radii are given; they grow and shrink with the picture.</summary>
    const double ReferenceSide = 512;

    const double LeastSigma = 0.5;

    /// <param name="picture">The source.</param>
    /// <param name="sigma">Of the Gaussian, in pixels of a picture with 512 on its shorter side.</param>
    internal static RgbPicture Blur(RgbPicture picture, double sigma) => new(
        PixelFilter.Blur(picture.View, Math.Max(LeastSigma, sigma * picture.ShorterSide / ReferenceSide)), picture.Width, picture.Height);

    /// <summary>An unsharp mask: the difference from the blurred picture, added <paramref name="percent"/> times a hundredth.</summary>
    internal static RgbPicture Sharpen(RgbPicture picture, int percent)
    {
        var result = Blur(picture, sigma: 1.5);
        var source = picture.Data;
        var data = result.Data;
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = (byte)Math.Clamp(source[i] + ((source[i] - data[i]) * percent / 100), 0, 255);
        }

        return result;
    }

    /// <summary>Every sample moved by a normal random number of its own.</summary>
    internal static RgbPicture Noise(RgbPicture picture, int deviation, ulong seed)
    {
        var result = picture.Clone();
        var data = result.Data;
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = (byte)Math.Clamp(data[i] + CounterNoise.NormalAt(seed, (ulong)i, deviation), 0, 255);
        }

        return result;
    }
}
