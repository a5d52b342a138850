namespace HashMatch.Imaging.Tests;

public class BmpTests
{
    const int Side = 6;

    static byte[] Indices(Func<int, int, int> of) =>
        [.. Enumerable.Range(0, Side * Side).Select(i => (byte)of(i % Side, i / Side))];

    // Blue, green, red, spare.
    static readonly byte[] s_palette = [0, 0, 200, 0, 0, 150, 0, 0, 100, 0, 0, 0, 7, 8, 9, 0];

    static byte[] Expected(byte[] indices) =>
        [.. indices.SelectMany(i => new[] { s_palette[(4 * i) + 2], s_palette[(4 * i) + 1], s_palette[4 * i] })];

    static byte[] BottomUp(byte[] indices, int bits)
    {
        var stride = ((Side * bits) + 31) / 32 * 4;
        var data = new byte[stride * Side];
        for (var i = 0; i < indices.Length; i++)
        {
            var bit = i % Side * bits;
            data[((Side - 1 - (i / Side)) * stride) + (bit / 8)] |= (byte)(indices[i] << (8 - bits - (bit % 8)));
        }

        return data;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Indices_of_every_depth_are_looked_up(int bits)
    {
        var indices = Indices((x, y) => (x + (2 * y)) % (bits == 1 ? 2 : 4));
        var file = Bitmaps.File(Side, Side, bits, 0, s_palette[..(bits == 1 ? 8 : 16)], BottomUp(indices, bits), colours: bits == 1 ? 2 : 4);
        Assert.Equal(Expected(indices), Pictures.Decode(file).Pixels);
    }

    [Fact]
    public void The_oldest_header_has_three_bytes_a_colour()
    {
        var indices = Indices((x, y) => (x ^ y) & 1);
        var file = Bitmaps.CoreFile(Side, Side, 1, [0, 0, 200, 0, 150, 0], BottomUp(indices, 1));
        Assert.Equal(Expected(indices), Pictures.Decode(file).Pixels);
    }

    [Fact]
    public void An_array_of_bitmaps_gives_its_first()
    {
        var indices = Indices((x, y) => (x ^ y) & 1);
        var file = Bitmaps.CoreFile(Side, Side, 1, [0, 0, 200, 0, 150, 0], BottomUp(indices, 1));
        file[10] += 14;
        Assert.Equal(Expected(indices), Pictures.Decode([.. "BA"u8, .. new byte[12], .. file]).Pixels);
    }

    [Fact]
    public void Top_down_rows_are_read_downwards()
    {
        Assert.Equal(Pictures.Rgb(), Pictures.Decode(Bitmaps.Rgb24(Pictures.Rgb(), Pictures.Width, Pictures.Height, topDown: true)).Pixels);
    }

    [Fact]
    public void Masks_cut_channels_of_any_width_out_of_a_word()
    {
        var word = BitConverter.GetBytes((ushort)((31 << 11) | (21 << 5) | 7));
        var file = Bitmaps.File(Side, Side, 16, 3, Bitmaps.Masks(0xF800, 0x07E0, 0x001F), [.. Enumerable.Repeat(word, Side * Side).SelectMany(b => b)]);
        Assert.Equal(new byte[] { 255, 85, 58 }, Pictures.Decode(file).Pixels[..3]);

        byte[] data = [.. Enumerable.Repeat(BitConverter.GetBytes((3u << 20) | (512u << 10) | 1023u), Side * Side).SelectMany(b => b)];
        Assert.Equal(new byte[] { 1, 128, 255 }, Pictures.Decode(Bitmaps.File(Side, Side, 32, 3, Bitmaps.Masks(0x3FF00000, 0xFFC00, 0x3FF), data)).Pixels[..3]);
    }

    [Fact]
    public void Without_masks_the_fourth_byte_is_no_alpha()
    {
        byte[] data = [.. Enumerable.Repeat<byte[]>([1, 2, 3, 0x40], Side * Side).SelectMany(b => b)];
        Assert.Equal(new byte[] { 3, 2, 1 }, Pictures.Decode(Bitmaps.File(Side, Side, 32, 0, [], data)).Pixels[..3]);
    }

    [Fact]
    public void A_declared_alpha_is_composited_unless_it_is_zero_everywhere()
    {
        var masks = Bitmaps.Masks(0xFF0000, 0xFF00, 0xFF, 0xFF000000);
        byte[] half = [.. Enumerable.Repeat<byte[]>([0, 0, 0, 128], Side * Side).SelectMany(b => b)];
        Assert.Equal(127, Pictures.Decode(Bitmaps.File(Side, Side, 32, 6, masks, half)).Pixels[0]);
        byte[] none = [.. Enumerable.Repeat<byte[]>([0, 0, 90, 0], Side * Side).SelectMany(b => b)];
        Assert.Equal(90, Pictures.Decode(Bitmaps.File(Side, Side, 32, 6, masks, none)).Pixels[0]);
    }

    [Fact]
    public void Runs_of_eight_bits_are_decoded()
    {
        // Three rows: a run of 6; 3 literal and a run of 3; skip to the row above by a delta; then the end.
        byte[] data = [6, 1, 0, 0, 0, 3, 1, 2, 3, 0, 3, 2, 0, 0, 0, 2, 1, 1, 2, 3, 0, 1];
        var file = Bitmaps.File(Side, Side, 8, 1, s_palette, data, colours: 4);
        var expected = new byte[Side * Side];
        Row(expected, 5, 1, 1, 1, 1, 1, 1);
        Row(expected, 4, 1, 2, 3, 2, 2, 2);
        Row(expected, 2, 0, 3, 3, 0, 0, 0);
        Assert.Equal(Expected(expected), Pictures.Decode(file).Pixels);
    }

    [Fact]
    public void Runs_of_four_bits_alternate()
    {
        byte[] data = [6, 0x12, 0, 0, 0, 5, 0x01, 0x23, 0x30, 0, 0, 1];
        var file = Bitmaps.File(Side, Side, 4, 2, s_palette, data, colours: 4);
        var expected = new byte[Side * Side];
        Row(expected, 5, 1, 2, 1, 2, 1, 2);
        Row(expected, 4, 0, 1, 2, 3, 3, 0);
        Assert.Equal(Expected(expected), Pictures.Decode(file).Pixels);
    }

    [Fact]
    public void Runs_beyond_their_row_are_clipped_and_runs_that_stop_are_truncated()
    {
        Assert.NotEmpty(Pictures.Decode(Bitmaps.File(Side, Side, 8, 1, s_palette, [255, 1, 0, 0, 255, 2, 0, 2, 255, 255, 9, 1, 0, 1])).Pixels);
        Assert.Equal(ImageErrorCode.Truncated, Pictures.Fail(Bitmaps.File(Side, Side, 8, 1, s_palette, [6, 1, 0, 0, 6, 2])).Code);
    }

    [Fact]
    public void Nonsense_headers_have_a_type()
    {
        Assert.Equal(ImageErrorCode.Corrupt, Pictures.Fail(Bitmaps.File(-5, 5, 24, 0, [], [1])).Code);
        Assert.Equal(ImageErrorCode.Corrupt, Pictures.Fail(Bitmaps.File(9, int.MinValue, 24, 0, [], [1])).Code);
        Assert.Equal(ImageErrorCode.Corrupt, Pictures.Fail(Bitmaps.File(9, 9, 7, 0, [], [1])).Code);
        Assert.Equal(ImageErrorCode.UnsupportedFormat, Pictures.Fail(Bitmaps.File(9, 9, 0, 5, [], [1])).Code);
        Assert.Equal(ImageErrorCode.Truncated, Pictures.Fail(Bitmaps.File(9, 9, 24, 0, [], [1])).Code);
        var file = Bitmaps.Rgb24(Pictures.Rgb(), Pictures.Width, Pictures.Height);
        file[14] = 13;
        Assert.Equal(ImageErrorCode.Corrupt, Pictures.Fail(file).Code);
    }

    static void Row(byte[] indices, int row, params byte[] values) => values.CopyTo(indices, row * Side);
}
