namespace HashMatch.Imaging.Tests;

public class GifTests
{
    static readonly byte[] s_red = [200, 0, 0];
    static readonly byte[] s_white = [255, 255, 255];

    [Theory]
    [InlineData(30, 30, 10, 10, false)]
    [InlineData(30, 30, 10, 10, true)]
    // Screens that the decoder takes for a mistake and shrinks.
    [InlineData(640, 480, 10, 10, false)]
    [InlineData(640, 480, 10, 10, true)]
    [InlineData(3000, 30, 10, 10, false)]
    // Screens that do not hold the frame.
    [InlineData(30, 30, 25, 24, false)]
    [InlineData(0, 0, 3, 0, false)]
    public void A_frame_lies_on_a_white_canvas_that_holds_screen_and_frame(int screenWidth, int screenHeight, int x, int y,
        bool isTransparent)
    {
        const int Side = 12;
        var file = Gif(screenWidth, screenHeight, x, y, Side, Side, isTransparent);
        var (width, height) = (Math.Max(screenWidth, x + Side), Math.Max(screenHeight, y + Side));
        Assert.True(ImageDecoder.Default.TryReadHeader(file, DecodeOptions.Default, out var header, out _));
        Assert.Equal((width, height), (header.Width, header.Height));
        var image = Pictures.Decode(file);
        Assert.Equal((width, height), (image.Width, image.Height));
        for (var i = 0; i < width * height; i++)
        {
            var isFrame = i % width >= x && i % width < x + Side && i / width >= y && i / width < y + Side;
            Assert.Equal(isFrame ? s_red : s_white, image.Pixels.AsSpan(3 * i, 3));
        }
    }

    [Fact]
    public void A_canvas_stretched_by_a_frame_counts_against_the_limits()
    {
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(Gif(10, 10, 60_000, 60_000, 5, 5)).Code);
        var far = Gif(10, 10, 90, 90, 10, 10);
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(far, DecodeOptions.Default with { MaxPixels = 9_999 }).Code);
        Pictures.Decode(far, DecodeOptions.Default with { MaxPixels = 10_000 });
    }

    [Fact]
    public void A_tiny_frame_on_a_huge_screen_is_a_huge_white_picture()
    {
        var image = Pictures.Decode(Gif(4000, 4000, 0, 0, 1, 1));
        Assert.Equal((4000, 4000), (image.Width, image.Height));
        Assert.Equal(s_red, image.Pixels.AsSpan(0, 3));
        Assert.False(image.Pixels.AsSpan(3).ContainsAnyExcept((byte)255));
    }

    [Fact]
    public void A_frame_without_a_size_is_corrupt()
    {
        Assert.Equal(ImageErrorCode.Corrupt, Pictures.Fail(Gif(30, 30, 0, 0, 0, 7)).Code);
    }

    /// <summary>One frame, all red, in a palette of red and blue.</summary>
    static byte[] Gif(int screenWidth, int screenHeight, int x, int y, int width, int height, bool isTransparent = false)
    {
        // A clear code before every pixel keeps all codes at three bits.
        IEnumerable<int> codes = [.. Enumerable.Repeat<int[]>([4, 0], width * height).SelectMany(pair => pair), 5];
        var bits = codes.SelectMany(code => new[] { code & 1, (code >> 1) & 1, code >> 2 });
        var data = bits.Chunk(8).Select(chunk => (byte)chunk.Select((bit, i) => bit << i).Sum());
        var blocks = data.Chunk(255).SelectMany(chunk => (byte[])[(byte)chunk.Length, .. chunk]);
        return
        [
            .. "GIF89a"u8, .. Short(screenWidth), .. Short(screenHeight), 0x80, 1, 0, .. s_red, 0, 0, 255,
            0x21, 0xF9, 4, (byte)(isTransparent ? 1 : 0), 0, 0, 1, 0,
            0x2C, .. Short(x), .. Short(y), .. Short(width), .. Short(height), 0, 2, .. blocks, 0, 0x3B,
        ];
    }

    static byte[] Short(int value) => [(byte)value, (byte)(value >> 8)];
}
