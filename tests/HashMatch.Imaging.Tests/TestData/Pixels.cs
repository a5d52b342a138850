using NetVips;

namespace HashMatch.Imaging.Tests.TestData;

/// <summary>Decodes straight through libvips, so that a fault of our own decoder cannot hide one of the files.</summary>
static class Pixels
{
    /// <summary>The bytes of the first frame, turned upright, three bands; null when the file cannot be read.</summary>
    public static (byte[] Data, int Width, int Height)? TryDecode(byte[] file)
    {
        try
        {
            using var image = Image.NewFromBuffer(file, failOn: Enums.FailOn.Warning);
            using var upright = image.Autorot();
            using var colour = upright.Colourspace(Enums.Interpretation.Srgb);
            using var opaque = colour.HasAlpha() ? colour.Flatten(background: [255.0, 255.0, 255.0]) : colour.Copy();
            using var narrow = opaque.Cast(Enums.BandFormat.Uchar);
            return (narrow.WriteToMemory<byte>(), narrow.Width, narrow.Height);
        }
        catch (VipsException)
        {
            return null;
        }
    }

    /// <summary>The mean difference of two pictures in 8-bit steps; none when their sizes differ.</summary>
    public static double? MeanDifference(byte[] left, byte[] right)
    {
        if (TryDecode(left) is not { } a || TryDecode(right) is not { } b || a.Width != b.Width || a.Height != b.Height)
        {
            return null;
        }

        return a.Data.Zip(b.Data, (x, y) => Math.Abs(x - y)).Average();
    }
}
