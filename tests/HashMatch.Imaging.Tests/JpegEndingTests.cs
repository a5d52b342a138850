using HashMatch.Imaging.Pixels;
using HashMatch.Imaging.Structures;
using HashMatch.Imaging.Vips;

namespace HashMatch.Imaging.Tests;

public sealed class JpegEndingTests : IDisposable
{
    static readonly byte[] s_bytes = [0xFF, 0xD8, 0xFF, 0xDA, 1, 2, 3];

    static readonly ImageStructure s_unended = new(8, 8) { LacksTrailer = true, UsedLength = s_bytes.Length };

    readonly NativePixels _pixels = NativePixels.Allocate(64);

    RawPicture Picture => new(_pixels, 8, 8, 1);

    public JpegEndingTests() => _pixels.GetSpan().Fill(7);

    public void Dispose() => _pixels.Release();

    [Fact]
    public void Out_of_time_or_memory_is_not_taken_for_truncation()
    {
        Assert.Same(Failures.Timeout, Check(Failing(Failures.Timeout)));
        Assert.Same(Failures.NoMemory, Check(Failing(Failures.NoMemory)));
        var corrupt = Failures.Corrupt(ImageFormat.Jpeg, "its data does not decode");
        Assert.Equal(ImageErrorCode.Truncated, Check(Failing(corrupt))?.Code);
    }

    [Fact]
    public void The_second_question_may_fail_too()
    {
        var asked = 0;
        Assert.Same(Failures.Timeout, Check((byte[] _, out RawPicture picture) =>
        {
            picture = asked == 0 ? Filled(7) : default;
            return asked++ == 0 ? null : Failures.Timeout;
        }));
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData(7, null)]
    [InlineData(8, ImageErrorCode.Truncated)]
    public void Pixels_that_follow_the_filling_were_not_there(byte decoded, ImageErrorCode? expected)
    {
        Assert.Equal(expected, Check((byte[] _, out RawPicture picture) =>
        {
            picture = Filled(decoded);
            return null;
        })?.Code);
    }

    [Fact]
    public void A_whole_picture_that_runs_out_of_time_is_no_truncated_one()
    {
        // Without its end marker it is decoded three times over; wherever the time ends, the file is the same.
        var file = Pictures.Encode("jpeg", 1500, 1500)[..^2];
        for (var milliseconds = 1; milliseconds <= 60; milliseconds += 3)
        {
            var options = DecodeOptions.Default with { Timeout = TimeSpan.FromMilliseconds(milliseconds) };
            if (ImageDecoder.Default.TryDecode(file, options, out var image, out var error))
            {
                image.Dispose();
            }
            else
            {
                Assert.Equal(ImageErrorCode.Timeout, error.Code);
            }
        }
    }

    static RawPicture Filled(byte value)
    {
        var pixels = NativePixels.Allocate(64);
        pixels.GetSpan().Fill(value);
        return new RawPicture(pixels, 8, 8, 1);
    }

    static JpegEnding.Decode Failing(ImageError failure) => (byte[] _, out RawPicture picture) =>
    {
        picture = default;
        return failure;
    };

    ImageError? Check(JpegEnding.Decode decode) => JpegEnding.Check(decode, s_bytes, s_unended, Picture, isDamaged: false);
}
