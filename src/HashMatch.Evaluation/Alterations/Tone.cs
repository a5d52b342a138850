using HashMatch.Evaluation.Pixels;

namespace HashMatch.Evaluation.Alterations;

/// <summary>Lighter, darker, flatter, greyer.</summary>
static class Tone
{
    /// <summary>Every sample times 1 + <paramref name="percent"/>/100.</summary>
    internal static RgbPicture Brightness(RgbPicture picture, int percent) =>
        BySample(picture, value => value * (100 + percent) / 100);

    /// <summary>Every sample's distance from middle grey times 1 + <paramref name="percent"/>/100.</summary>
    internal static RgbPicture Contrast(RgbPicture picture, int percent) =>
        BySample(picture, value => 128 + ((value - 128) * (100 + percent) / 100));

    /// <summary>A power curve: the exponent is 1 / (1 + <paramref name="percent"/>/100), so that more is lighter.</summary>
    internal static RgbPicture Gamma(RgbPicture picture, int percent) =>
        BySample(picture, value => (int)Math.Round(255 * Math.Pow(value / 255.0, 100.0 / (100 + percent))));

    /// <summary>Every channel's distance from the luma times 1 + <paramref name="percent"/>/100; -100 is grey.</summary>
    internal static RgbPicture Saturation(RgbPicture picture, int percent)
    {
        var result = picture.Clone();
        var data = result.Data;
        for (var i = 0; i < data.Length; i += 3)
        {
            // The weights of ITU-R BT.601.
            var luma = ((299 * data[i]) + (587 * data[i + 1]) + (114 * data[i + 2]) + 500) / 1000;
            for (var channel = i; channel < i + 3; channel++)
            {
                data[channel] = (byte)Math.Clamp(luma + ((data[channel] - luma) * (100 + percent) / 100), 0, 255);
            }
        }

        return result;
    }

    static RgbPicture BySample(RgbPicture picture, Func<int, int> change)
    {
        Span<byte> table = stackalloc byte[256];
        for (var value = 0; value < table.Length; value++)
        {
            table[value] = (byte)Math.Clamp(change(value), 0, 255);
        }

        var result = picture.Clone();
        foreach (ref var sample in result.Data)
        {
            sample = table[sample];
        }

        return result;
    }
}
