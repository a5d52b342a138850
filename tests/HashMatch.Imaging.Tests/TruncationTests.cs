namespace HashMatch.Imaging.Tests;

public class TruncationTests
{
    public static TheoryData<string> Formats { get; } =
    [
        "png", "png-interlaced", "jpeg", "jpeg-progressive", "webp", "webp-lossless", "gif", "tiff", "tiff-lzw", "tiff-tiled",
        "tiff-big", "avif", "bmp",
    ];

    static readonly DecodeOptions s_tolerant = DecodeOptions.Default with { Tolerant = true };

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_cut_file_is_truncated_or_lacks_no_pixel(string format)
    {
        var file = Pictures.Encode(format);
        var whole = Pictures.Decode(file).Pixels;
        // Every length near the end, where a cut is hardest to see, and a sample of the rest.
        var lengths = Enumerable.Range(64, Math.Max(0, file.Length - 64)).Where(n => n > file.Length - 200 || n % 53 == 0);
        foreach (var length in lengths)
        {
            if (ImageDecoder.Default.TryDecode(file.AsMemory(0, length), DecodeOptions.Default, out var image, out var error))
            {
                using (image)
                {
                    Assert.Equal(whole, image.Pixels.Data.ToArray());
                    Assert.False(image.IsPartial);
                }
            }
            else
            {
                Assert.Equal((length, ImageErrorCode.Truncated), (length, error.Code));
                Pictures.AssertSpeaksToAPerson(error);
            }
        }
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("jpeg-progressive")]
    [InlineData("gif")]
    [InlineData("bmp")]
    public void A_tolerant_decode_gives_the_top_of_a_cut_file_and_says_so(string format)
    {
        const int Width = 64;
        const int Height = 200;
        var file = Pictures.Encode(format, Width, Height);
        // A bitmap is stored bottom-up, so a cut one keeps its bottom.
        file = format == "bmp" ? Bitmaps.Rgb24(Pictures.Rgb(Width, Height), Width, Height, topDown: true) : file;
        var whole = Pictures.Decode(file).Pixels;
        Assert.True(ImageDecoder.Default.TryDecode(file.AsMemory(0, file.Length * 3 / 4), s_tolerant, out var image, out var error), error?.ToString());
        using (image)
        {
            Assert.True(image.IsPartial);
            Assert.Equal((Width, Height), (image.Width, image.Height));
            var top = Width * 3 * 16;
            Assert.InRange(Pictures.MeanDifference(whole.AsSpan(0, top), image.Pixels.Data[..top]), 0, format == "jpeg-progressive" ? 8 : 0);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_whole_file_is_not_partial_when_tolerance_is_allowed(string format)
    {
        Assert.True(ImageDecoder.Default.TryDecode(Pictures.Encode(format), s_tolerant, out var image, out _));
        using (image)
        {
            Assert.False(image.IsPartial);
        }
    }

    [Theory]
    [InlineData("jpeg", 2)]
    [InlineData("jpeg-progressive", 2)]
    [InlineData("png", 12)]
    [InlineData("gif", 1)]
    public void A_missing_end_marker_loses_no_picture(string format, int markerLength)
    {
        var file = Pictures.Encode(format);
        Assert.Equal(Pictures.Decode(file).Pixels, Pictures.Decode(file[..^markerLength]).Pixels);
    }

    [Fact]
    public void A_JPEG_whose_scan_stops_early_is_truncated_although_it_has_an_end()
    {
        var file = Pictures.Encode("jpeg", 64, 200);
        Assert.Equal(ImageErrorCode.Truncated, Pictures.Fail([.. file[..(file.Length / 2)], 0xFF, 0xD9]).Code);
    }

    [Fact]
    public void A_GIF_whose_frame_stops_early_is_truncated_although_it_has_an_end()
    {
        var file = Pictures.Encode("gif", 200, 200);
        // Cut between two sub-blocks of 255 bytes, then end the frame and the file properly.
        var data = file.AsSpan().LastIndexOf((byte)0x2C) + 11;
        Assert.Equal(ImageErrorCode.Truncated, Pictures.Fail([.. file[..(data + 256)], 0, 0x3B]).Code);
    }

    [Fact]
    public void Damage_that_leaps_over_the_end_is_corrupt_and_not_truncated()
    {
        var file = Pictures.Encode("png");
        var data = file.AsSpan().IndexOf("IDAT"u8);
        file[data - 3] = 0x7F;
        Assert.Equal(ImageErrorCode.Corrupt, Pictures.Fail(file).Code);
    }

    [Fact]
    public void A_GIF_cut_after_its_first_frame_is_whole()
    {
        using var first = Pictures.Vips(Pictures.Rgb(), 3);
        using var joined = first.Join(first, NetVips.Enums.Direction.Vertical);
        using var inverted = joined.Invert();
        using var mixed = first.Join(inverted.Crop(0, 0, Pictures.Width, Pictures.Height), NetVips.Enums.Direction.Vertical);
        using var animation = mixed.Mutate(image => image.Set(NetVips.GValue.GIntType, "page-height", Pictures.Height));
        var file = animation.GifsaveBuffer(dither: 0);
        Assert.Equal(Pictures.Decode(file).Pixels, Pictures.Decode(file[..^40]).Pixels);
    }
}
