using HashMatch.Hashers;
using NetVips;

namespace HashMatch.Imaging.Tests;

/// <summary>Pictures drawn and encoded by the tests themselves.</summary>
static class TestImages
{
    /// <summary>A smooth picture without symmetry, RGB.</summary>
    internal static byte[] Scene(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var i = 3 * ((y * width) + x);
                pixels[i] = (byte)(255 * x / width);
                pixels[i + 1] = (byte)(255 * y / height);
                pixels[i + 2] = (byte)((x * 3) + (y * 5) & 0x3F);
            }
        }

        return pixels;
    }

    /// <summary>An image of these samples.</summary>
    internal static Image Of(byte[] pixels, int width, int height, int bands, Enums.Interpretation interpretation = Enums.Interpretation.Srgb)
    {
        using var image = Image.NewFromMemoryCopy<byte>(pixels, width, height, bands, Enums.BandFormat.Uchar);
        return image.Copy(interpretation: interpretation);
    }

    /// <summary>The scene in that format, lossless where the format can be.</summary>
    internal static byte[] Encode(ImageFormat format, int width = 64, int height = 48)
    {
        using var image = Of(Scene(width, height), width, height, 3);
        return Encode(format, image);
    }

    internal static byte[] Encode(ImageFormat format, Image image) => format switch
    {
        ImageFormat.Jpeg => image.JpegsaveBuffer(q: 95),
        ImageFormat.Png => image.PngsaveBuffer(),
        ImageFormat.WebP => image.WebpsaveBuffer(lossless: true),
        ImageFormat.Gif => image.GifsaveBuffer(dither: 0),
        ImageFormat.Tiff => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw),
        ImageFormat.Avif => image.HeifsaveBuffer(q: 90, compression: Enums.ForeignHeifCompression.Av1, effort: 0),
        ImageFormat.Bmp => Bitmap.Rgb24(image),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The picture in RGB, grey spread over all three.</summary>
    internal static byte[] Rgb(DecodedImage image) => image.Layout == PixelLayout.Rgb24
        ? image.Pixels.Data.ToArray()
        : [.. image.Pixels.Data.ToArray().SelectMany(grey => new[] { grey, grey, grey })];

    internal static double MeanDifference(byte[] left, byte[] right)
    {
        Assert.Equal(left.Length, right.Length);
        return left.Zip(right, (a, b) => Math.Abs(a - b)).Average();
    }

    internal static DecodedImage Decode(byte[] bytes, DecodeOptions? options = null)
    {
        Assert.True(ImageDecoder.Default.TryDecode(bytes, options ?? DecodeOptions.Default, out var image, out var error), error?.ToString());
        return image;
    }

    internal static ImageErrorCode DecodeError(byte[] bytes, DecodeOptions? options = null)
    {
        var decoded = ImageDecoder.Default.TryDecode(bytes, options ?? DecodeOptions.Default, out var image, out var error);
        using (image)
        {
            Assert.False(decoded, "The image decoded where it must not.");
            Assert.NotEmpty(error!.Message);
            Assert.DoesNotContain('\n', error.Message);
            return error.Code;
        }
    }
}
