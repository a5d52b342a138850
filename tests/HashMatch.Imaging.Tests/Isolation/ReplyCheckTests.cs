using HashMatch.Imaging.Isolation;
using HashMatch.Imaging.Structures;

namespace HashMatch.Imaging.Tests.Isolation;

public class ReplyCheckTests
{
    const long Room = 100_000;

    static readonly DecodeOptions s_options = DecodeOptions.Default with { MaxPixels = 10_000 };
    static readonly WorkerReply s_honest = new(1, WorkerReply.Decoded, 100, 50, 100, 50, 3, 0, 0);

    [Fact]
    public void An_honest_reply_passes()
    {
        AssertPossible(s_honest);
        AssertPossible(s_honest with { Width = 50, Height = 100, FullWidth = 50, FullHeight = 100, PixelSize = 1 });
        AssertPossible(s_honest with { Width = 40, Height = 30, FullWidth = 40, FullHeight = 30, Offset = 64 });
    }

    [Theory]
    [InlineData(0, 50, 3, 0)]
    [InlineData(-100, -50, 3, 0)]
    [InlineData(4, 50, 3, 0)]
    [InlineData(101, 50, 3, 0)]
    [InlineData(int.MaxValue, 5, 3, 0)]
    [InlineData(0x10000, 0x10000, 3, 0)]
    [InlineData(100, 50, 0, 0)]
    [InlineData(100, 50, 2, 0)]
    [InlineData(100, 50, -3, 0)]
    [InlineData(100, 50, int.MaxValue, 0)]
    [InlineData(100, 50, 3, -1)]
    [InlineData(100, 50, 3, long.MinValue)]
    [InlineData(100, 50, 3, long.MaxValue)]
    public void A_picture_that_cannot_be_is_a_lie(int width, int height, int pixelSize, long offset) =>
        AssertLie(s_honest with { Width = width, Height = height, FullWidth = width, FullHeight = height, PixelSize = pixelSize, Offset = offset });

    [Fact]
    public void Pixels_end_within_the_shared_memory()
    {
        var last = Room - s_honest.PixelBytes;
        AssertPossible(s_honest with { Offset = last });
        AssertLie(s_honest with { Offset = last + 1 });
    }

    [Fact]
    public void Nothing_is_partial_or_shrunk_that_was_not_to_be()
    {
        var shrunk = s_honest with { Width = 50, Height = 25 };
        AssertLie(s_honest with { Partial = 1 });
        AssertLie(shrunk);
        AssertPossible(s_honest with { Partial = 1 }, s_options with { Tolerant = true });
        AssertPossible(shrunk, s_options with { SufficientSide = 25 });
        AssertLie(shrunk, s_options with { SufficientSide = 26 });
        AssertLie(shrunk with { FullWidth = 1000 }, s_options with { SufficientSide = 25 });
    }

    [Theory]
    [InlineData((int)ImageErrorCode.Corrupt, true)]
    [InlineData((int)ImageErrorCode.Truncated, true)]
    [InlineData((int)ImageErrorCode.UnsupportedFormat, true)]
    [InlineData((int)ImageErrorCode.TooLarge, true)]
    [InlineData((int)ImageErrorCode.Timeout, true)]
    [InlineData((int)ImageErrorCode.NotFound, false)]
    [InlineData((int)ImageErrorCode.Io, false)]
    [InlineData((int)ImageErrorCode.TooSmall, false)]
    [InlineData(-2, false)]
    [InlineData(int.MaxValue, false)]
    public void A_failure_is_one_that_decoding_can_end_in(int outcome, bool isPossible)
    {
        Assert.Equal(isPossible, Check(s_options).IsPossible(new WorkerReply { Outcome = outcome }, Room, out var error));
        Assert.Equal(isPossible, error is not null && (int)error.Code == outcome);
    }

    static void AssertPossible(WorkerReply reply, DecodeOptions? options = null)
    {
        Assert.True(Check(options ?? s_options).IsPossible(reply, Room, out var error));
        Assert.Null(error);
    }

    static void AssertLie(WorkerReply reply, DecodeOptions? options = null) =>
        Assert.False(Check(options ?? s_options).IsPossible(reply, Room, out _));

    static ReplyCheck Check(DecodeOptions options) => new(ImageFormat.Jpeg, new ImageStructure(100, 50), options);
}
