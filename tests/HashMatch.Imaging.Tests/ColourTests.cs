using HashMatch.Hashers;
using HashMatch.Imaging.Pixels;
using NetVips;

namespace HashMatch.Imaging.Tests;

public class ColourTests
{
    [Fact]
    public void Alpha_is_composited_over_white()
    {
        var rgba = new byte[Pictures.Width * Pictures.Height * 4];
        for (var i = 0; i < rgba.Length; i++)
        {
            rgba[i] = (byte)(i * 7);
        }

        using var image = Pictures.Vips(rgba, 4);
        foreach (var file in new[] { image.PngsaveBuffer(), image.WebpsaveBuffer(lossless: true, exact: true), image.TiffsaveBuffer() })
        {
            var (pixels, _, _, layout) = Pictures.Decode(file);
            Assert.Equal(PixelLayout.Rgb24, layout);
            for (var i = 0; i < pixels.Length; i++)
            {
                var (colour, alpha) = (rgba[(i / 3 * 4) + (i % 3)], rgba[(i / 3 * 4) + 3]);
                Assert.Equal((int)Math.Round(((colour * alpha) + (255 * (255 - alpha))) / 255.0), pixels[i]);
            }
        }
    }

    [Fact]
    public void Colour_under_full_transparency_is_white()
    {
        using var image = Pictures.Vips([.. Enumerable.Repeat<byte[]>([10, 20, 30, 0], 64).SelectMany(p => p)], 4, 8, 8);
        Assert.All(Pictures.Decode(image.PngsaveBuffer()).Pixels, value => Assert.Equal(255, value));
    }

    [Fact]
    public void Grey_stays_grey_with_and_without_alpha()
    {
        byte[] grey = [.. Enumerable.Range(0, 64).Select(i => (byte)(i * 4))];
        using var plain = Pictures.Vips(grey, 1, 8, 8, Enums.Interpretation.Bw);
        foreach (var file in new[] { plain.PngsaveBuffer(), plain.TiffsaveBuffer() })
        {
            var (pixels, _, _, layout) = Pictures.Decode(file);
            Assert.Equal(PixelLayout.Grey8, layout);
            Assert.Equal(grey, pixels);
        }

        using var alpha = Pictures.Vips([.. Enumerable.Repeat((byte)128, 64)], 1, 8, 8, Enums.Interpretation.Bw);
        using var both = plain.Bandjoin(alpha);
        var composited = Pictures.Decode(both.PngsaveBuffer());
        Assert.Equal(PixelLayout.Grey8, composited.Layout);
        Assert.Equal(grey.Select(g => PixelRules.OverWhite(g, 128)), composited.Pixels);
    }

    [Fact]
    public void A_grey_JPEG_is_grey()
    {
        using var plain = Pictures.Vips([.. Enumerable.Repeat((byte)77, 64)], 1, 8, 8, Enums.Interpretation.Bw);
        var (pixels, _, _, layout) = Pictures.Decode(plain.JpegsaveBuffer());
        Assert.Equal(PixelLayout.Grey8, layout);
        Assert.All(pixels, value => Assert.InRange(value, 76, 78));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("tiff")]
    public void Sixteen_bits_keep_the_high_byte(string format)
    {
        ushort[] samples = [.. Enumerable.Range(0, 64 * 3).Select(i => (ushort)((i * 341) + 255))];
        using var raw = Image.NewFromMemoryCopy<ushort>(samples, 8, 8, 3, Enums.BandFormat.Ushort);
        using var image = raw.Copy(interpretation: Enums.Interpretation.Rgb16);
        var (pixels, _, _, _) = Pictures.Decode(format == "png" ? image.PngsaveBuffer() : image.TiffsaveBuffer());
        Assert.Equal(samples.Select(s => (byte)(s >> 8)), pixels);
    }

    [Fact]
    public void Palettes_are_expanded()
    {
        var two = Enumerable.Range(0, 64).SelectMany(i => i % 3 == 0 ? new byte[] { 200, 10, 30 } : [5, 90, 250]).ToArray();
        using var image = Pictures.Vips(two, 3, 8, 8);
        foreach (var bits in new[] { 1, 2, 4, 8 })
        {
            Assert.Equal(two, Pictures.Decode(image.PngsaveBuffer(palette: true, bitdepth: bits, dither: 0)).Pixels);
        }
    }

    [Fact]
    public void One_bit_is_black_or_white()
    {
        byte[] grey = [.. Enumerable.Range(0, 256).Select(i => (byte)(i % 3 == 0 ? 255 : 0))];
        using var image = Pictures.Vips(grey, 1, 16, 16, Enums.Interpretation.Bw);
        Assert.Equal(grey, Pictures.Decode(image.TiffsaveBuffer(bitdepth: 1)).Pixels);
        Assert.Equal(grey, Pictures.Decode(image.TiffsaveBuffer(bitdepth: 1, compression: Enums.ForeignTiffCompression.Ccittfax4)).Pixels);
    }

    [Fact]
    public void Inks_become_colours_by_one_rule()
    {
        byte[] cmyk = [.. Enumerable.Range(0, 64 * 4).Select(i => (byte)(i * 11))];
        using var image = Pictures.Vips(cmyk, 4, 8, 8, Enums.Interpretation.Cmyk);
        var pixels = Pictures.Decode(image.TiffsaveBuffer()).Pixels;
        for (var i = 0; i < pixels.Length; i++)
        {
            var (ink, black) = (cmyk[(i / 3 * 4) + (i % 3)], cmyk[(i / 3 * 4) + 3]);
            Assert.Equal((int)Math.Round((255 - ink) * (255 - black) / 255.0), pixels[i]);
        }
    }

    [Fact]
    public void A_CMYK_JPEG_is_not_inverted()
    {
        using var image = Pictures.Vips([.. Enumerable.Repeat<byte[]>([0, 200, 200, 0], 256).SelectMany(p => p)], 4, 16, 16, Enums.Interpretation.Cmyk);
        var pixels = Pictures.Decode(image.JpegsaveBuffer(q: 100)).Pixels;
        Assert.InRange(pixels[0], 250, 255);
        Assert.InRange(pixels[1], 50, 60);
        Assert.InRange(pixels[2], 50, 60);
    }

    [Fact]
    public void A_profile_is_not_applied()
    {
        using var image = Pictures.Vips(Pictures.Rgb(), 3);
        var plain = Pictures.Decode(image.PngsaveBuffer()).Pixels;
        Assert.Equal(plain, Pictures.Decode(image.PngsaveBuffer(profile: "p3")).Pixels);
    }

    [Fact]
    public void Floating_point_without_a_meaning_is_refused()
    {
        using var raw = Image.NewFromMemoryCopy<float>([.. Enumerable.Range(0, 64).Select(i => i * 1e9f)], 8, 8, 1, Enums.BandFormat.Float);
        Assert.Equal(ImageErrorCode.UnsupportedFormat, Pictures.Fail(raw.TiffsaveBuffer()).Code);
    }

    [Fact]
    public void Premultiplied_colour_is_not_multiplied_again()
    {
        byte[] pixel = [100, 50, 0, 128, 100, 50, 0, 128];
        var length = PixelRules.Flatten(pixel, 4, 3, Structures.AlphaKind.Premultiplied);
        Assert.Equal([227, 177, 127, 227, 177, 127], pixel[..length]);
    }
}
