using NetVips;

namespace HashMatch.Imaging.Tests;

public class OrientationTests
{
    // Where pixel (x, y) of the upright picture lies in the stored one, as the EXIF standard draws it.
    static (int X, int Y) Stored(int orientation, int x, int y, int width, int height) => orientation switch
    {
        2 => (width - 1 - x, y),
        3 => (width - 1 - x, height - 1 - y),
        4 => (x, height - 1 - y),
        5 => (y, x),
        6 => (y, height - 1 - x),
        7 => (width - 1 - y, height - 1 - x),
        8 => (width - 1 - y, x),
        _ => (x, y),
    };

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var format in new[] { "png", "tiff", "webp", "jpeg" })
            {
                for (var orientation = 0; orientation <= 9; orientation++)
                {
                    cases.Add(format, orientation);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_orientation_turns_the_picture_upright(string format, int orientation)
    {
        var file = Encode(format, orientation, grey: false);
        var (stored, width, height, _) = Pictures.Decode(file, DecodeOptions.Default with { ApplyOrientation = false });
        Assert.Equal((Pictures.Width, Pictures.Height), (width, height));

        var upright = Pictures.Decode(file);
        AssertTurned(orientation, stored, width, height, upright.Pixels, upright.Width, upright.Height, pixelSize: 3);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    public void Grey_pictures_turn_too(int orientation)
    {
        var file = Encode("png", orientation, grey: true);
        var (stored, width, height, _) = Pictures.Decode(file, DecodeOptions.Default with { ApplyOrientation = false });
        var upright = Pictures.Decode(file);
        AssertTurned(orientation, stored, width, height, upright.Pixels, upright.Width, upright.Height, pixelSize: 1);
    }

    [Fact]
    public void Pictures_larger_than_a_tile_turn_whole()
    {
        using var image = Pictures.Vips(Pictures.Rgb(200, 77), 3, 200, 77);
        using var tagged = image.Mutate(m => m.Set(GValue.GIntType, "orientation", 6));
        var upright = Pictures.Decode(tagged.TiffsaveBuffer());
        AssertTurned(6, Pictures.Rgb(200, 77), 200, 77, upright.Pixels, upright.Width, upright.Height, pixelSize: 3);
    }

    static void AssertTurned(int orientation, byte[] stored, int width, int height, byte[] upright, int uprightWidth,
        int uprightHeight, int pixelSize)
    {
        Assert.Equal(orientation is >= 5 and <= 8 ? (height, width) : (width, height), (uprightWidth, uprightHeight));
        for (var y = 0; y < uprightHeight; y++)
        {
            for (var x = 0; x < uprightWidth; x++)
            {
                var from = Stored(orientation, x, y, width, height);
                for (var c = 0; c < pixelSize; c++)
                {
                    Assert.Equal(stored[(((from.Y * width) + from.X) * pixelSize) + c], upright[(((y * uprightWidth) + x) * pixelSize) + c]);
                }
            }
        }
    }

    static byte[] Encode(string format, int orientation, bool grey)
    {
        using var rgb = Pictures.Vips(Pictures.Rgb(), 3);
        using var image = grey ? rgb.ExtractBand(0).Copy(interpretation: Enums.Interpretation.Bw) : rgb.Copy();
        // The encoder writes no orientation outside 1 to 8, so an invalid one is patched over a valid one.
        using var tagged = image.Mutate(m => m.Set(GValue.GIntType, "orientation", orientation is 0 or 9 ? 7 : orientation));
        var file = format switch
        {
            "png" => tagged.PngsaveBuffer(),
            "tiff" => tagged.TiffsaveBuffer(),
            "webp" => tagged.WebpsaveBuffer(lossless: true, exact: true),
            _ => tagged.JpegsaveBuffer(),
        };
        return orientation is 0 or 9 ? PatchOrientation(file, orientation) : file;
    }

    // Tag 274, a short, one value, 7.
    static byte[] PatchOrientation(byte[] file, int orientation)
    {
        byte[] entry = [0x12, 0x01, 3, 0, 1, 0, 0, 0, 7, 0];
        var at = file.AsSpan().IndexOf(entry);
        if (at < 0)
        {
            at = file.AsSpan().IndexOf((byte[])[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 7]);
            file[at + 9] = (byte)orientation;
        }
        else
        {
            file[at + 8] = (byte)orientation;
        }

        return file;
    }
}
