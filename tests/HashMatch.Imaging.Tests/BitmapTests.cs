using HashMatch.Hashers;

namespace HashMatch.Imaging.Tests;

public class BitmapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Plain_bitmaps_with_a_palette_decode(int bits)
    {
        const int Width = 13;
        const int Height = 7;
        var colours = 1 << bits;
        var stride = ((Width * bits) + 31) / 32 * 4;
        var data = new byte[stride * Height];
        var expected = new byte[Width * Height * 3];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var index = ((x * 5) + (y * 3)) % colours;
                data[((Height - 1 - y) * stride) + (x * bits / 8)] |= (byte)(index << (8 - bits - (x * bits % 8)));
                expected.AsSpan(3 * ((y * Width) + x), 3).Fill((byte)(255 * index / (colours - 1)));
            }
        }

        var palette = Bitmap.GreyPalette(colours);
        using var bottomUp = TestImages.Decode(Bitmap.File(Width, Height, bits, 0, palette, data));
        using var topDown = TestImages.Decode(Bitmap.File(Width, -Height, bits, 0, palette, data));

        Assert.Equal(expected, bottomUp.Pixels.Data.ToArray());
        Assert.Equal(expected.Chunk(3 * Width).Reverse().SelectMany(row => row), topDown.Pixels.Data.ToArray());
        Assert.Equal(ImageErrorCode.Truncated, TestImages.DecodeError(Bitmap.File(Width, Height, bits, 0, palette, data[..^1])));
    }

    [Fact]
    public void Runs_literals_deltas_and_ends_are_drawn()
    {
        // Bottom row: five of colour 1; then a literal 2 3 1; then one up and two right, one of colour 2; then the end.
        byte[] data = [5, 1, 0, 0, 0, 3, 2, 3, 1, 0, 0, 2, 0, 1, 1, 2, 0, 1];
        using var image = TestImages.Decode(Bitmap.File(5, 5, 8, 1, Bitmap.GreyPalette(4), data));

        Assert.Equal(PixelLayout.Rgb24, image.Layout);
        var grey = image.Pixels.Data.ToArray().Chunk(3).Select(pixel => pixel[0] / 85).ToArray();
        Assert.Equal(
            [
                0, 0, 0, 0, 0,
                0, 0, 0, 0, 0,
                0, 0, 0, 2, 0,
                2, 3, 1, 0, 0,
                1, 1, 1, 1, 1,
            ], grey);
    }

    [Fact]
    public void Four_bit_runs_alternate_their_two_colours()
    {
        byte[] data = [5, 0x12, 0, 0, 5, 0x33, 0, 0, 5, 0, 0, 0, 5, 0, 0, 0, 0, 5, 0x12, 0x31, 0x20, 0, 0, 1];
        using var image = TestImages.Decode(Bitmap.File(5, 5, 4, 2, Bitmap.GreyPalette(4), data));

        var grey = image.Pixels.Data.ToArray().Chunk(3).Select(pixel => pixel[0] / 85).ToArray();
        Assert.Equal([1, 2, 3, 1, 2], grey[..5]);
        Assert.Equal([1, 2, 1, 2, 1], grey[20..]);
    }

    [Theory]
    [InlineData(new byte[] { 5, 1, 0, 0, 5, 1 }, ImageErrorCode.Truncated)]
    [InlineData(new byte[] { 5, 1, 0, 0, 0, 200, 1, 1 }, ImageErrorCode.Truncated)]
    [InlineData(new byte[] { 5, 9, 0, 1 }, ImageErrorCode.Corrupt)]
    [InlineData(new byte[] { 0, 2, 0, 250, 1, 1, 0, 1 }, ImageErrorCode.Corrupt)]
    public void Runs_that_stop_or_leave_the_picture_fail(byte[] data, ImageErrorCode expected)
    {
        Assert.Equal(expected, TestImages.DecodeError(Bitmap.File(5, 5, 8, 1, Bitmap.GreyPalette(4), data)));
    }

    [Fact]
    public void What_is_there_of_a_cut_bitmap_is_decoded_when_asked_for()
    {
        var whole = TestImages.Encode(ImageFormat.Bmp);
        var tolerant = DecodeOptions.Default with { Tolerant = true };

        using var partial = TestImages.Decode(whole[..(whole.Length / 2)], tolerant);
        using var complete = TestImages.Decode(whole, tolerant);

        Assert.True(partial.IsPartial);
        Assert.False(complete.IsPartial);
        // Bottom rows come first in the file.
        Assert.Equal(complete.Pixels.Row(47).ToArray(), partial.Pixels.Row(47).ToArray());
        Assert.Equal(ImageErrorCode.Truncated, TestImages.DecodeError(whole[..(whole.Length / 2)]));
    }
}
