using HashMatch.Imaging.Structures;

namespace HashMatch.Imaging.Tests;

public class AvifTests
{
    const int Width = 48;
    const int Height = 32;

    static readonly byte[] s_file = Pictures.Encode("avif", Width, Height);

    // Where pixel (x, y) of the decoded picture lies in the stored one.
    public static TheoryData<string, byte[][]> Turns => new()
    {
        { "turn 0", [AvifBoxes.Turn(0)] },
        { "turn 1", [AvifBoxes.Turn(1)] },
        { "turn 2", [AvifBoxes.Turn(2)] },
        { "turn 3", [AvifBoxes.Turn(3)] },
        { "mirror 0", [AvifBoxes.Mirror(0)] },
        { "mirror 1", [AvifBoxes.Mirror(1)] },
        { "turn 1 mirror 1", [AvifBoxes.Turn(1), AvifBoxes.Mirror(1)] },
    };

    static (int X, int Y) Stored(string turn, int x, int y) => turn switch
    {
        "turn 1" => (Width - 1 - y, x),
        "turn 2" => (Width - 1 - x, Height - 1 - y),
        "turn 3" => (y, Height - 1 - x),
        "mirror 0" => (x, Height - 1 - y),
        "mirror 1" => (Width - 1 - x, y),
        "turn 1 mirror 1" => (Width - 1 - y, Height - 1 - x),
        _ => (x, y),
    };

    [Theory]
    [MemberData(nameof(Turns))]
    public void Its_own_properties_turn_the_picture_and_leave_the_header_as_stored(string turn, byte[][] properties)
    {
        var file = AvifBoxes.With(s_file, properties);
        Assert.True(ImageDecoder.Default.TryReadHeader(file, DecodeOptions.Default, out var header, out var error), error?.ToString());
        Assert.Equal((Width, Height), (header.Width, header.Height));

        var stored = Pictures.Decode(s_file).Pixels;
        // EXIF is what the switch is about.
        foreach (var options in new[] { DecodeOptions.Default, DecodeOptions.Default with { ApplyOrientation = false } })
        {
            var (pixels, width, height, _) = Pictures.Decode(file, options);
            Assert.Equal(turn.Contains('1', StringComparison.Ordinal) && turn[0] == 't' || turn == "turn 3" ? (Height, Width) : (Width, Height), (width, height));
            for (var i = 0; i < width * height; i++)
            {
                var from = Stored(turn, i % width, i / width);
                Assert.Equal(stored.AsSpan(3 * ((from.Y * Width) + from.X), 3), pixels.AsSpan(3 * i, 3));
            }
        }
    }

    [Fact]
    public void A_crop_makes_the_picture_smaller_than_its_header()
    {
        var file = AvifBoxes.With(s_file, AvifBoxes.Crop(24, 16));
        Assert.True(ImageDecoder.Default.TryReadHeader(file, DecodeOptions.Default, out var header, out _));
        Assert.Equal((Width, Height), (header.Width, header.Height));
        var (_, width, height, _) = Pictures.Decode(file);
        Assert.Equal((24, 16), (width, height));
        Assert.Equal(ImageErrorCode.TooSmall, Pictures.Fail(AvifBoxes.With(s_file, AvifBoxes.Crop(4, 16))).Code);
    }

    [Fact]
    public void A_size_whose_pixels_do_not_fit_a_number_is_too_large()
    {
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(AvifBoxes.With(s_file, AvifBoxes.Size(uint.MaxValue, uint.MaxValue))).Code);
    }

    [Fact]
    public void Another_item_far_larger_than_the_picture_is_too_large()
    {
        // In the properties, but not the picture's own.
        var file = AvifBoxes.With(s_file, AvifBoxes.Size(9000, 9000));
        file[file.AsSpan().IndexOf("ipma"u8) + 14]--;
        Assert.Equal(ImageErrorCode.TooLarge, Pictures.Fail(file).Code);
    }

    [Fact]
    public void Many_properties_and_many_associations_take_one_pass_each()
    {
        // A million visits, and not a million times a million: this would run for hours.
        const int Count = 400_000;
        byte[] size = AvifBoxes.Size(64, 64);
        byte[] properties = [.. Enumerable.Repeat(size, Count).SelectMany(b => b)];
        byte[] associations = [0, 0, 0, 0, 0, 0x7F, 0xFF, 0xFF, .. Enumerable.Repeat<byte[]>([0, 2, 1, 1], Count).SelectMany(b => b)];
        byte[] meta = [.. Box("pitm", [0, 0, 0, 0, 0, 1]), .. Box("iprp", [.. Box("ipco", properties), .. Box("ipma", associations)])];
        Assert.Equal(new AvifSizes(64, 64, 64 * 64), AvifSizes.Read(meta));
    }

    static byte[] Box(string kind, byte[] body)
    {
        var length = BitConverter.GetBytes(body.Length + 8);
        return [length[3], length[2], length[1], length[0], .. kind.Select(c => (byte)c), .. body];
    }
}
