namespace HashMatch.TestData.Pixels;

/// <summary>Changes of brightness and contrast, in whole numbers.</summary>
static class Tone
{
    /// <summary>Adds <paramref name="steps"/> to every channel.</summary>
    public static RgbImage Brighten(RgbImage image, int steps) => image.Map(value => Clamp(value + steps));

    /// <summary>Scales the distance from the middle grey to <paramref name="percent"/>.</summary>
    public static RgbImage Contrast(RgbImage image, int percent) =>
        image.Map(value => Clamp(128 + ((value - 128) * percent / 100)));

    /// <summary>Keeps only every <paramref name="step"/>-th value of a channel.</summary>
    public static RgbImage Posterise(RgbImage image, int step) =>
        image.Map(value => Clamp((value / step * step) + (step / 2)));

    /// <summary>Replaces colour by its luma.</summary>
    public static RgbImage Grey(RgbImage image)
    {
        var result = new RgbImage(image.Width, image.Height);
        for (var i = 0; i < image.Data.Length; i += 3)
        {
            var luma = (299 * image.Data[i]) + (587 * image.Data[i + 1]) + (114 * image.Data[i + 2]);
            result.Data.AsSpan(i, 3).Fill((byte)((luma + 500) / 1000));
        }

        return result;
    }

    /// <summary>The nearest byte.</summary>
    public static byte Clamp(int value) => (byte)Math.Clamp(value, 0, 255);
}
