using HashMatch.Hashers;
using NetVips;

namespace HashMatch.Imaging.Tests;

public class DecodingTests
{
    public static TheoryData<ImageFormat> AllFormats => [.. Enum.GetValues<ImageFormat>()];

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void Every_format_is_told_by_its_bytes_and_decodes_to_the_picture(ImageFormat format)
    {
        var bytes = TestImages.Encode(format);

        Assert.True(ImageDecoder.Default.TryReadHeader(bytes, DecodeOptions.Default, out var header, out _));
        using var image = TestImages.Decode(bytes);

        Assert.Equal(new ImageHeader(format, 64, 48), header);
        Assert.Equal((format, 64, 48, false), (image.Format, image.Width, image.Height, image.IsPartial));
        var allowed = format switch
        {
            ImageFormat.Png or ImageFormat.Tiff or ImageFormat.Bmp or ImageFormat.WebP => 0,
            ImageFormat.Gif => 12,
            _ => 4,
        };
        Assert.InRange(TestImages.MeanDifference(TestImages.Scene(64, 48), TestImages.Rgb(image)), 0, allowed);
    }

    [Fact]
    public void Grey_stays_grey_and_sixteen_bits_keep_their_upper_half()
    {
        var samples = new ushort[64 * 48];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (ushort)(i * 21);
        }

        using var grey = Image.NewFromMemoryCopy<ushort>(samples, 64, 48, 1, Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Grey16);
        foreach (var bytes in (ReadOnlySpan<byte[]>)[grey.PngsaveBuffer(), grey.TiffsaveBuffer()])
        {
            using var image = TestImages.Decode(bytes);

            Assert.Equal(PixelLayout.Grey8, image.Layout);
            Assert.Equal(samples.Select(sample => (byte)(sample >> 8)), image.Pixels.Data.ToArray());
        }
    }

    [Fact]
    public void Sixteen_bit_colour_keeps_its_upper_half()
    {
        using var scene = TestImages.Of(TestImages.Scene(64, 48), 64, 48, 3);
        using var wide = (scene.Cast(Enums.BandFormat.Ushort) * 256 + 99).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16);

        using var image = TestImages.Decode(wide.PngsaveBuffer());

        Assert.Equal(TestImages.Scene(64, 48), image.Pixels.Data.ToArray());
    }

    [Fact]
    public void Palettes_are_expanded()
    {
        using var scene = TestImages.Of(TestImages.Scene(64, 48), 64, 48, 3);

        using var image = TestImages.Decode(scene.PngsaveBuffer(palette: true, dither: 0));

        Assert.Equal(PixelLayout.Rgb24, image.Layout);
        Assert.InRange(TestImages.MeanDifference(TestImages.Scene(64, 48), image.Pixels.Data.ToArray()), 0, 12);
    }

    [Theory]
    [InlineData(0, 255)]
    [InlineData(255, 10)]
    [InlineData(128, 132)]
    [InlineData(1, 254)]
    public void Alpha_is_composited_over_white_rounded_to_the_nearest(byte alpha, byte expected)
    {
        byte[] pixels = [.. Enumerable.Range(0, 64).SelectMany(_ => new byte[] { 10, 10, 10, alpha })];
        using var rgba = TestImages.Of(pixels, 8, 8, 4);
        using var greyAlpha = TestImages.Of([.. pixels.Chunk(2).Where((_, i) => i % 2 == 1).SelectMany(pair => pair)], 8, 8, 2, Enums.Interpretation.Bw);

        using var fromRgba = TestImages.Decode(rgba.PngsaveBuffer());
        using var fromGrey = TestImages.Decode(greyAlpha.PngsaveBuffer());

        Assert.Equal(PixelLayout.Rgb24, fromRgba.Layout);
        Assert.All(fromRgba.Pixels.Data.ToArray(), value => Assert.Equal(expected, value));
        Assert.Equal(PixelLayout.Grey8, fromGrey.Layout);
        Assert.All(fromGrey.Pixels.Data.ToArray(), value => Assert.Equal(expected, value));
    }

    [Fact]
    public void Inks_and_black_thin_the_light()
    {
        byte[] pixels = [.. Enumerable.Range(0, 64).SelectMany(_ => new byte[] { 0, 100, 255, 51 })];
        using var cmyk = TestImages.Of(pixels, 8, 8, 4, Enums.Interpretation.Cmyk);

        using var image = TestImages.Decode(cmyk.TiffsaveBuffer());

        Assert.All(image.Pixels.Data.ToArray().Chunk(3), pixel => Assert.Equal([204, 124, 0], pixel));
    }

    [Fact]
    public void A_cmyk_jpeg_decodes_to_its_colours()
    {
        byte[] pixels = [.. Enumerable.Range(0, 256).SelectMany(_ => new byte[] { 0, 255, 255, 0 })];
        using var cmyk = TestImages.Of(pixels, 16, 16, 4, Enums.Interpretation.Cmyk);

        using var image = TestImages.Decode(cmyk.JpegsaveBuffer(q: 95));

        var pixel = image.Pixels.Data[..3].ToArray();
        Assert.InRange(pixel[0], 245, 255);
        Assert.InRange(pixel[1], 0, 10);
        Assert.InRange(pixel[2], 0, 10);
    }

    [Fact]
    public void Profiles_are_not_applied()
    {
        using var scene = TestImages.Of(TestImages.Scene(64, 48), 64, 48, 3);

        using var image = TestImages.Decode(scene.PngsaveBuffer(profile: "p3", keep: Enums.ForeignKeep.Icc));

        // Saving with a profile converts into it; the samples stored must come back as they are.
        using var stored = Image.NewFromBuffer(scene.PngsaveBuffer(profile: "p3", keep: Enums.ForeignKeep.Icc));
        Assert.Equal(stored.WriteToMemory<byte>(), image.Pixels.Data.ToArray());
    }

    [Fact]
    public void Of_an_animation_the_first_frame_is_read()
    {
        using var first = TestImages.Of(TestImages.Scene(64, 48), 64, 48, 3);
        using var second = first.Invert();
        using var frames = first.Join(second, Enums.Direction.Vertical);
        using var animation = frames.Mutate(image => image.Set(GValue.GIntType, "page-height", 48));

        foreach (var bytes in (ReadOnlySpan<byte[]>)[animation.WebpsaveBuffer(lossless: true), animation.GifsaveBuffer(dither: 0)])
        {
            using var image = TestImages.Decode(bytes);

            Assert.Equal((64, 48), (image.Width, image.Height));
            Assert.InRange(TestImages.MeanDifference(TestImages.Scene(64, 48), TestImages.Rgb(image)), 0, 12);
        }
    }

    [Fact]
    public void Many_threads_decode_the_same()
    {
        var files = Enum.GetValues<ImageFormat>().Select(format => TestImages.Encode(format)).ToArray();
        var expected = files.Select(file => { using var image = TestImages.Decode(file); return image.Pixels.Data.ToArray(); }).ToArray();

        Parallel.For(0, 200, i =>
        {
            using var image = TestImages.Decode(files[i % files.Length]);
            Assert.Equal(expected[i % files.Length], image.Pixels.Data.ToArray());
        });
    }

    [Fact]
    public void A_disposed_image_gives_its_pixels_to_nobody()
    {
        var image = TestImages.Decode(TestImages.Encode(ImageFormat.Png));
        image.Dispose();
        image.Dispose();

        Assert.Throws<ObjectDisposedException>(() => image.Pixels.Data.Length);
    }
}
