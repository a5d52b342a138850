using HashMatch.Hashers;

namespace HashMatch.Imaging.Tests;

public class DecodeTests
{
    [Theory]
    [InlineData("png", ImageFormat.Png)]
    [InlineData("png-interlaced", ImageFormat.Png)]
    [InlineData("webp-lossless", ImageFormat.WebP)]
    [InlineData("tiff", ImageFormat.Tiff)]
    [InlineData("tiff-lzw", ImageFormat.Tiff)]
    [InlineData("tiff-tiled", ImageFormat.Tiff)]
    [InlineData("tiff-big", ImageFormat.Tiff)]
    [InlineData("bmp", ImageFormat.Bmp)]
    public void A_lossless_format_gives_the_pixels_that_went_in(string format, ImageFormat expected)
    {
        var file = Pictures.Encode(format);
        Assert.True(ImageDecoder.Default.TryDecode(file, DecodeOptions.Default, out var image, out var error), error?.ToString());
        using (image)
        {
            Assert.Equal(expected, image.Format);
            Assert.Equal((Pictures.Width, Pictures.Height, PixelLayout.Rgb24), (image.Width, image.Height, image.Layout));
            Assert.False(image.IsPartial);
            Assert.Equal(Pictures.Rgb(), image.Pixels.Data.ToArray());
        }
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("jpeg-progressive")]
    [InlineData("webp")]
    [InlineData("gif")]
    [InlineData("avif")]
    [InlineData("avif-lossless")]
    public void A_lossy_format_gives_nearly_the_pixels_that_went_in(string format)
    {
        var (pixels, width, height, layout) = Pictures.Decode(Pictures.Encode(format));
        Assert.Equal((Pictures.Width, Pictures.Height, PixelLayout.Rgb24), (width, height, layout));
        Assert.InRange(Pictures.MeanDifference(Pictures.Rgb(), pixels), 0, 4);
    }

    [Theory]
    [InlineData("png", ImageFormat.Png)]
    [InlineData("jpeg", ImageFormat.Jpeg)]
    [InlineData("jpeg-progressive", ImageFormat.Jpeg)]
    [InlineData("webp", ImageFormat.WebP)]
    [InlineData("webp-lossless", ImageFormat.WebP)]
    [InlineData("gif", ImageFormat.Gif)]
    [InlineData("tiff", ImageFormat.Tiff)]
    [InlineData("tiff-big", ImageFormat.Tiff)]
    [InlineData("avif", ImageFormat.Avif)]
    [InlineData("bmp", ImageFormat.Bmp)]
    public void The_header_tells_format_and_size(string format, ImageFormat expected)
    {
        Assert.True(ImageDecoder.Default.TryReadHeader(Pictures.Encode(format), DecodeOptions.Default, out var header, out var error), error?.ToString());
        Assert.Equal(new ImageHeader(expected, Pictures.Width, Pictures.Height), header);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("webp")]
    [InlineData("gif")]
    [InlineData("tiff")]
    [InlineData("bmp")]
    [InlineData("avif")]
    public void Junk_after_the_picture_changes_nothing(string format)
    {
        var file = Pictures.Encode(format);
        var expected = Pictures.Decode(file).Pixels;
        Assert.Equal(expected, Pictures.Decode([.. file, .. "some junk, FF D8 and all"u8, 0xFF, 0xD8, 0xFF, 0x00]).Pixels);
    }

    [Fact]
    public void Bytes_in_the_middle_of_a_larger_array_are_read_on_their_own()
    {
        var file = Pictures.Encode("png");
        byte[] room = [1, 2, 3, .. file, 4, 5];
        Assert.True(ImageDecoder.Default.TryDecode(room.AsMemory(3, file.Length), DecodeOptions.Default, out var image, out _));
        using (image)
        {
            Assert.Equal(Pictures.Rgb(), image.Pixels.Data.ToArray());
        }
    }

    [Theory]
    [InlineData("gif")]
    [InlineData("webp-lossless")]
    public void The_first_frame_of_an_animation_is_decoded(string format)
    {
        using var first = Pictures.Vips(Pictures.Rgb(), 3);
        using var second = Pictures.Vips(Pictures.Reversed(Pictures.Rgb()), 3);
        using var joined = first.Join(second, NetVips.Enums.Direction.Vertical);
        using var animation = joined.Mutate(image => image.Set(NetVips.GValue.GIntType, "page-height", Pictures.Height));
        var file = format == "gif" ? animation.GifsaveBuffer(dither: 0) : animation.WebpsaveBuffer(lossless: true);
        var (pixels, width, height, _) = Pictures.Decode(file);
        Assert.Equal((Pictures.Width, Pictures.Height), (width, height));
        Assert.InRange(Pictures.MeanDifference(Pictures.Rgb(), pixels), 0, 4);
    }

    [Fact]
    public void Many_threads_get_the_same_pixels()
    {
        var file = Pictures.Encode("jpeg");
        var expected = Pictures.Decode(file).Pixels;
        Parallel.For(0, 64, _ => Assert.Equal(expected, Pictures.Decode(file).Pixels));
    }

    [Fact]
    public void Pixels_are_gone_after_dispose()
    {
        Assert.True(ImageDecoder.Default.TryDecode(Pictures.Encode("png"), DecodeOptions.Default, out var image, out _));
        image.Dispose();
        image.Dispose();
        Assert.Throws<ObjectDisposedException>(() => image.Pixels.Width);
    }

    [Fact]
    public void No_options_are_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentNullException>(() => ImageDecoder.Default.TryDecode(new byte[1], null!, out _, out _));
        Assert.Throws<ArgumentNullException>(() => ImageDecoder.Default.TryReadHeader(new byte[1], null!, out _, out _));
    }
}
