using System.Buffers.Binary;

namespace HashMatch.Imaging.Tests;

public class LimitTests
{
    [Fact]
    public void A_file_above_the_byte_limit_is_too_large()
    {
        var file = Pictures.Encode("png");
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(file, DecodeOptions.Default with { MaxBytes = file.Length - 1 }).Code);
        Pictures.Decode(file, DecodeOptions.Default with { MaxBytes = file.Length });
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("webp")]
    [InlineData("gif")]
    [InlineData("tiff")]
    [InlineData("avif")]
    [InlineData("bmp")]
    public void A_picture_above_the_pixel_limit_is_too_large(string format)
    {
        var file = Pictures.Encode(format);
        var pixels = Pictures.Width * Pictures.Height;
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(file, DecodeOptions.Default with { MaxPixels = pixels - 1 }).Code);
        Assert.False(ImageDecoder.Default.TryReadHeader(file, DecodeOptions.Default with { MaxPixels = pixels - 1 }, out _, out var error));
        Assert.Equal(ImageErrorCode.TooLarge, error.Code);
        Pictures.Decode(file, DecodeOptions.Default with { MaxPixels = pixels });
    }

    [Theory]
    [InlineData("png")]
    [InlineData("webp-lossless")]
    [InlineData("gif")]
    [InlineData("tiff")]
    [InlineData("bmp")]
    public void A_side_below_five_is_too_small(string format)
    {
        Assert.Equal(ImageErrorCode.TooSmall, Pictures.Fail(Pictures.Encode(format, 4, 20)).Code);
        Assert.Equal(ImageErrorCode.TooSmall, Pictures.Fail(Pictures.Encode(format, 20, 4)).Code);
        Assert.Equal(5, Pictures.Decode(Pictures.Encode(format, 5, 5)).Width);
    }

    public static TheoryData<string, byte[]> Bombs => new()
    {
        { "png", Patch(Pictures.Encode("png"), 16, 0x7FFFFFFF, 0x7FFFFFFF, bigEndian: true) },
        { "jpeg", PatchJpeg(Pictures.Encode("jpeg"), 65_500) },
        { "jpeg-progressive", PatchJpeg(Pictures.Encode("jpeg-progressive"), 65_500) },
        { "gif", [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4C, 1, 0, 0x3B] },
        { "gif-frame", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 2, 2, 0x4C, 1, 0, 0x3B] },
        { "webp", [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF] },
        { "webp-lossless", [.. "RIFF"u8, 18, 0, 0, 0, .. "WEBPVP8L"u8, 5, 0, 0, 0, 0x2F, 0xFE, 0xBF, 0xFF, 0x0F, 0] },
        { "bmp", Bitmaps.File(int.MaxValue, int.MaxValue, 24, 0, [], []) },
        { "bmp-runs", Bitmaps.File(60_000, 60_000, 8, 1, [], [0, 1]) },
        { "tiff", PatchTiff(Pictures.Encode("tiff"), 60_000) },
        { "avif", PatchAvif(Pictures.Encode("avif"), 60_000) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_huge_size_in_a_small_file_is_refused_before_anything_is_allocated(string format, byte[] file)
    {
        Assert.NotEmpty(format);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(file).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 10);
    }

    [Fact]
    public void A_JPEG_of_thousands_of_scans_is_refused_unopened()
    {
        var file = Pictures.Encode("jpeg-progressive");
        var scan = file.AsSpan().LastIndexOf((byte[])[0xFF, 0xDA]);
        byte[] bomb = [.. file[..scan], .. Enumerable.Repeat(file[scan..^2], 600).SelectMany(b => b), 0xFF, 0xD9];
        var error = Pictures.Fail(bomb);
        Assert.Equal(ImageErrorCode.TooLarge, error.Code);
        Assert.Contains("scans", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scans_times_pixels_are_bounded_by_the_pixel_limit()
    {
        var file = Pictures.Encode("jpeg-progressive");
        var scan = file.AsSpan().LastIndexOf((byte[])[0xFF, 0xDA]);
        byte[] bomb = [.. file[..scan], .. Enumerable.Repeat(file[scan..^2], 60).SelectMany(b => b), 0xFF, 0xD9];
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(bomb, DecodeOptions.Default with { MaxPixels = Pictures.Width * Pictures.Height }).Code);
        Pictures.Decode(file, DecodeOptions.Default with { MaxPixels = Pictures.Width * Pictures.Height });
    }

    [Fact]
    public void Samples_count_as_well_as_pixels()
    {
        var file = Pictures.Encode("tiff");
        // Tag 277, samples a pixel.
        var at = file.AsSpan().IndexOf((byte[])[0x15, 0x01, 3, 0, 1, 0, 0, 0]);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + 8), 60_000);
        var pixels = Pictures.Width * Pictures.Height;
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(file, DecodeOptions.Default with { MaxPixels = pixels }).Code);
    }

    [Fact]
    public void A_tile_whose_pixels_do_not_fit_a_number_is_too_large()
    {
        var file = Pictures.Encode("tiff-tiled");
        foreach (var tag in new byte[] { 0x42, 0x43 })
        {
            // Tags 322 and 323, the sides of a tile; from a short to a long.
            var at = file.AsSpan().IndexOf((byte[])[tag, 0x01, 3, 0, 1, 0, 0, 0]);
            file[at + 2] = 4;
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 8), 0xFFFF_FFF0);
        }

        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(file).Code);
    }

    [Fact]
    public void A_second_frame_header_in_a_JPEG_cannot_talk_its_size_down()
    {
        var file = Pictures.Encode("jpeg", 400, 400);
        var at = file.AsSpan().IndexOf((byte[])[0xFF, 0xC0, 0, 17]);
        var frame = file[at..(at + 19)];
        frame[6] = frame[8] = 10;
        frame[5] = frame[7] = 0;
        byte[] both = [.. file[..^2], .. frame, 0xFF, 0xD9];
        Assert.False(ImageDecoder.Default.TryReadHeader(both, DecodeOptions.Default, out _, out var error));
        Assert.Equal(ImageErrorCode.Corrupt, error.Code);
    }

    [Fact]
    public void A_JPEG_without_its_end_has_its_own_size_and_not_the_next_ones()
    {
        var file = Pictures.Encode("jpeg");
        byte[] two = [.. file[..^2], .. Pictures.Encode("jpeg", 400, 10)];
        Assert.True(ImageDecoder.Default.TryReadHeader(two, DecodeOptions.Default, out var header, out _));
        Assert.Equal((Pictures.Width, Pictures.Height), (header.Width, header.Height));
        Assert.Equal(Pictures.Decode(file).Pixels, Pictures.Decode(two).Pixels);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    [InlineData("tiff")]
    [InlineData("bmp")]
    [InlineData("avif")]
    public void No_time_at_all_is_a_timeout(string format)
    {
        var file = Pictures.Encode(format);
        Assert.Equal(ImageErrorCode.Timeout, Pictures.Fail(file, DecodeOptions.Default with { Timeout = TimeSpan.Zero }).Code);
        Assert.True(ImageDecoder.Default.TryReadHeader(file, DecodeOptions.Default with { Timeout = TimeSpan.Zero }, out _, out _));
        Assert.Equal(ImageErrorCode.Truncated, Pictures.Fail(file[..40], DecodeOptions.Default with { Timeout = TimeSpan.Zero }).Code);
    }

    [Fact]
    public void Endless_time_and_spans_no_timer_takes_are_no_bound()
    {
        foreach (var span in new[] { Timeout.InfiniteTimeSpan, TimeSpan.MaxValue, TimeSpan.FromMilliseconds(int.MaxValue), TimeSpan.FromMilliseconds(uint.MaxValue) })
        {
            Pictures.Decode(Pictures.Encode("jpeg"), DecodeOptions.Default with { Timeout = span });
        }
    }

    [Fact]
    public void A_negative_limit_is_a_mistake_of_the_caller()
    {
        foreach (var span in new[] { TimeSpan.FromTicks(-1), TimeSpan.FromMilliseconds(-2), TimeSpan.FromDays(-1), TimeSpan.MinValue })
        {
            Assert.Throws<ArgumentOutOfRangeException>("Timeout", () => DecodeOptions.Default with { Timeout = span });
        }

        Assert.Throws<ArgumentOutOfRangeException>("MaxPixels", () => DecodeOptions.Default with { MaxPixels = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("MaxBytes", () => DecodeOptions.Default with { MaxBytes = -1 });
    }

    [Fact]
    public void A_limit_of_nothing_refuses_everything()
    {
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(Pictures.Encode("png"), DecodeOptions.Default with { MaxPixels = 0 }).Code);
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(Pictures.Encode("png"), DecodeOptions.Default with { MaxBytes = 0 }).Code);
    }

    [Fact]
    public void Limits_may_be_as_large_as_a_number_gets()
    {
        Pictures.Decode(Pictures.Encode("png"), DecodeOptions.Default with { MaxPixels = long.MaxValue, MaxBytes = long.MaxValue });
    }

    [Fact]
    public void A_JPEG_longer_than_its_decoder_takes_is_not_called_corrupt()
    {
        var longest = Pictures.Encode("jpeg", ImageEncoder.MaxJpegSide, 8);
        Assert.Equal(ImageEncoder.MaxJpegSide, Pictures.Decode(longest).Width);

        var at = longest.AsSpan().IndexOf((byte[])[0xFF, 0xC0, 0, 17]);
        BinaryPrimitives.WriteUInt16BigEndian(longest.AsSpan(at + 7), ImageEncoder.MaxJpegSide + 1);
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(longest).Code);
    }

    [Fact]
    public void A_side_beyond_all_limits_is_not_called_too_many_pixels()
    {
        var file = Patch(Pictures.Encode("png"), 16, DecodeOptions.MaxSide + 1, 5, bigEndian: true);
        var error = Pictures.Fail(file);
        Assert.Equal(ImageErrorCode.TooLarge, error.Code);
        Assert.DoesNotContain("pixel limit", error.Message, StringComparison.Ordinal);
    }

    static byte[] Patch(byte[] file, int at, uint width, uint height, bool bigEndian)
    {
        if (bigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at), width);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at + 4), height);
        }

        return file;
    }

    static byte[] PatchJpeg(byte[] file, ushort side)
    {
        var at = file.AsSpan().IndexOf((byte[])[0xFF, 0xC0, 0, 17]);
        at = at < 0 ? file.AsSpan().IndexOf((byte[])[0xFF, 0xC2, 0, 17]) : at;
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(at + 5), side);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(at + 7), side);
        return file;
    }

    static byte[] PatchTiff(byte[] file, ushort side)
    {
        foreach (var tag in new byte[] { 0, 1 })
        {
            var at = file.AsSpan().IndexOf((byte[])[tag, 0x01, 3, 0, 1, 0, 0, 0]);
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + 8), side);
        }

        return file;
    }

    static byte[] PatchAvif(byte[] file, uint side)
    {
        for (var at = 0; (at = file.AsSpan(at).IndexOf("ispe"u8) is >= 0 and var next ? at + next + 4 : -1) >= 0;)
        {
            Patch(file, at + 4, side, side, bigEndian: true);
        }

        return file;
    }
}
