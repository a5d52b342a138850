using HashMatch.Hashers;
using NetVips;

namespace HashMatch.Imaging.Tests;

/// <summary>Pictures made in code, and the decoder called in one line.</summary>
static class Pictures
{
    public const int Width = 41;
    public const int Height = 29;

    /// <summary>Smooth enough for lossy formats, different in every corner, no two rows alike.</summary>
    public static byte[] Rgb(int width = Width, int height = Height)
    {
        var pixels = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = 3 * ((y * width) + x);
                pixels[at] = (byte)(20 + (200 * x / width));
                pixels[at + 1] = (byte)(30 + (180 * y / height));
                pixels[at + 2] = (byte)(220 - (100 * x / width) - (90 * y / height));
            }
        }

        return pixels;
    }

    public static Image Vips(byte[] pixels, int bands, int width = Width, int height = Height,
        Enums.Interpretation interpretation = Enums.Interpretation.Srgb)
    {
        using var raw = Image.NewFromMemoryCopy<byte>(pixels, width, height, bands, Enums.BandFormat.Uchar);
        return raw.Copy(interpretation: interpretation);
    }

    public static byte[] Encode(string format, int width = Width, int height = Height)
    {
        using var image = Vips(Rgb(width, height), 3, width, height);
        return format switch
        {
            "png" => image.PngsaveBuffer(),
            "png-interlaced" => image.PngsaveBuffer(interlace: true),
            "jpeg" => image.JpegsaveBuffer(q: 95),
            "jpeg-progressive" => image.JpegsaveBuffer(q: 95, interlace: true),
            "webp" => image.WebpsaveBuffer(q: 95),
            "webp-lossless" => image.WebpsaveBuffer(lossless: true),
            "gif" => image.GifsaveBuffer(dither: 0),
            "tiff" => image.TiffsaveBuffer(),
            "tiff-lzw" => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw, predictor: Enums.ForeignTiffPredictor.Horizontal),
            "tiff-tiled" => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate, tile: true, tileWidth: 16, tileHeight: 16),
            "tiff-big" => image.TiffsaveBuffer(bigtiff: true),
            "avif" => image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, q: 95, effort: 0),
            "avif-lossless" => image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, lossless: true, effort: 0),
            "bmp" => Bitmaps.Rgb24(Rgb(width, height), width, height),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
    }

    public static byte[] Reversed(byte[] rgb)
    {
        var reversed = rgb.ToArray();
        Array.Reverse(reversed);
        return reversed;
    }

    /// <summary>The picture's bytes, or an exception that names the failure.</summary>
    public static (byte[] Pixels, int Width, int Height, PixelLayout Layout) Decode(byte[] file, DecodeOptions? options = null)
    {
        Assert.True(ImageDecoder.Default.TryDecode(file, options ?? DecodeOptions.Default, out var image, out var error), error?.ToString());
        using (image)
        {
            return (image.Pixels.Data.ToArray(), image.Width, image.Height, image.Layout);
        }
    }

    public static ImageError Fail(byte[] file, DecodeOptions? options = null)
    {
        var isDecoded = ImageDecoder.Default.TryDecode(file, options ?? DecodeOptions.Default, out var image, out var error);
        image?.Dispose();
        Assert.False(isDecoded, "Decoded what should fail.");
        Assert.NotNull(error);
        AssertSpeaksToAPerson(error);
        return error;
    }

    public static void AssertSpeaksToAPerson(ImageError error)
    {
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("vips", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" 0x", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    public static double MeanDifference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        Assert.Equal(a.Length, b.Length);
        long sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += Math.Abs(a[i] - b[i]);
        }

        return (double)sum / a.Length;
    }
}
