using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace HashMatch.Imaging.Tests;

public class HostileFileTests
{
    public static TheoryData<ImageFormat> AllFormats => [.. Enum.GetValues<ImageFormat>()];

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void A_file_cut_anywhere_fails_and_is_truncated_once_its_header_is_there(ImageFormat format)
    {
        var bytes = TestImages.Encode(format, 200, 150);
        for (var length = 1; length < bytes.Length * 9 / 10; length += Math.Max(1, bytes.Length / 60))
        {
            var code = TestImages.DecodeError(bytes[..length]);

            Assert.True(code is ImageErrorCode.Truncated || (length < 16 && code is ImageErrorCode.UnsupportedFormat),
                $"{format} cut to {length} of {bytes.Length} bytes is {code}.");
        }
    }

    [Theory]
    [InlineData(ImageFormat.Jpeg)]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.Gif)]
    public void What_is_there_of_a_cut_picture_is_decoded_when_asked_for(ImageFormat format)
    {
        var bytes = TestImages.Encode(format, 200, 150);
        var tolerant = DecodeOptions.Default with { Tolerant = true };

        using var partial = TestImages.Decode(bytes[..(bytes.Length * 2 / 3)], tolerant);
        using var whole = TestImages.Decode(bytes, tolerant);

        Assert.True(partial.IsPartial);
        Assert.False(whole.IsPartial);
        Assert.InRange(TestImages.MeanDifference(whole.Pixels.Row(10).ToArray(), partial.Pixels.Row(10).ToArray()), 0, 5);
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void Bytes_after_the_picture_do_no_harm(ImageFormat format)
    {
        byte[] bytes = [.. TestImages.Encode(format), .. new byte[500]];

        using var image = TestImages.Decode(bytes);

        Assert.Equal((64, 48), (image.Width, image.Height));
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void Limits_are_checked_before_decoding(ImageFormat format)
    {
        var bytes = TestImages.Encode(format);

        Assert.Equal(ImageErrorCode.TooLarge, TestImages.DecodeError(bytes, DecodeOptions.Default with { MaxPixels = (64 * 48) - 1 }));
        Assert.Equal(ImageErrorCode.TooLarge, TestImages.DecodeError(bytes, DecodeOptions.Default with { MaxBytes = bytes.Length - 1 }));
        using var image = TestImages.Decode(bytes, DecodeOptions.Default with { MaxPixels = 64 * 48, MaxBytes = bytes.Length });
    }

    [Theory]
    [InlineData(4, 100)]
    [InlineData(100, 4)]
    public void A_side_below_five_pixels_is_too_small(int width, int height)
    {
        foreach (var format in Enum.GetValues<ImageFormat>())
        {
            Assert.Equal(ImageErrorCode.TooSmall, TestImages.DecodeError(TestImages.Encode(format, width, height)));
        }
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void A_small_file_that_claims_to_be_huge_is_refused_by_its_header(ImageFormat format)
    {
        var bomb = Bombs.Of(format);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.Equal(ImageErrorCode.TooLarge, TestImages.DecodeError(bomb));

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 1 << 20);
    }

    [Fact]
    public void Endless_progressive_scans_are_refused_by_counting_them()
    {
        var jpeg = TestImages.Encode(ImageFormat.Jpeg);
        // A start-of-scan segment without data, again and again before the end.
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0];
        byte[] bytes = [.. jpeg[..^2], .. Enumerable.Repeat(scan, 500).SelectMany(segment => segment), 0xFF, 0xD9];

        Assert.Equal(ImageErrorCode.Timeout, TestImages.DecodeError(bytes));
    }

    [Fact]
    public void Decoding_that_takes_longer_than_allowed_is_stopped()
    {
        var pixels = new byte[3000 * 3000 * 3];
        new Random(1).NextBytes(pixels);
        using var image = TestImages.Of(pixels, 3000, 3000, 3);
        var bytes = image.PngsaveBuffer(compression: 1);

        Assert.Equal(ImageErrorCode.Timeout, TestImages.DecodeError(bytes, DecodeOptions.Default with { Timeout = TimeSpan.Zero }));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("push graphic-context")]
    [InlineData("%PDF-1.7")]
    [InlineData("PK\u0003\u0004 archive of something")]
    [InlineData("plain text, long enough to hold a header of any format")]
    [InlineData("x")]
    public void What_is_no_image_is_unsupported(string text)
    {
        Assert.Equal(ImageErrorCode.UnsupportedFormat, TestImages.DecodeError(System.Text.Encoding.Latin1.GetBytes(text)));
    }

    [Fact]
    public void No_bytes_are_empty()
    {
        Assert.Equal(ImageErrorCode.Empty, TestImages.DecodeError([]));
    }

    [Property(MaxTest = 400)]
    public Property Mutated_files_decode_or_fail_with_a_code()
    {
        var files = Enum.GetValues<ImageFormat>().Select(format => TestImages.Encode(format, 40, 30)).ToArray();
        var mutated =
            from file in Gen.Elements(files)
            from edits in Gen.NonEmptyListOf(Gen.Choose(0, int.MaxValue).SelectMany(place => Gen.Choose(0, 255).Select(value => (place, (byte)value))))
            select edits.Aggregate((byte[])file.Clone(), (bytes, edit) =>
            {
                bytes[edit.place % bytes.Length] = edit.Item2;
                return bytes;
            });
        return Prop.ForAll(mutated.ToArbitrary(), bytes =>
        {
            var hasHeader = ImageDecoder.Default.TryReadHeader(bytes, DecodeOptions.Default, out var header, out _);
            if (ImageDecoder.Default.TryDecode(bytes, DecodeOptions.Default, out var image, out var error))
            {
                Assert.True(hasHeader);
                Assert.Equal(image.Width * image.Height, header.PixelCount);
                Assert.Equal(image.Width * image.Height * (int)image.Layout, image.Pixels.Data.Length);
                image.Dispose();
            }
            else
            {
                Assert.NotEmpty(error.Message);
            }
        });
    }

    [Fact]
    public void Arguments_that_are_missing_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => ImageDecoder.Default.TryDecode(new byte[10], null!, out _, out _));
    }
}
