using NetVips;

namespace HashMatch.Imaging.Tests;

public class OrientationTests
{
    /// <summary>Where the four corners of the stored picture (1 2 / 3 4) come to stand, by the EXIF standard's table.</summary>
    public static TheoryData<int, byte[]> Corners => new()
    {
        { 1, [1, 2, 3, 4] },
        { 2, [2, 1, 4, 3] },
        { 3, [4, 3, 2, 1] },
        { 4, [3, 4, 1, 2] },
        { 5, [1, 3, 2, 4] },
        { 6, [3, 1, 4, 2] },
        { 7, [4, 2, 3, 1] },
        { 8, [2, 4, 1, 3] },
        { 0, [1, 2, 3, 4] },
        { 9, [1, 2, 3, 4] },
    };

    [Theory]
    [MemberData(nameof(Corners))]
    public void Pixels_come_to_stand_upright(int code, byte[] expected)
    {
        using var stored = Stored(code);
        var swapped = code is >= 5 and <= 8;
        foreach (var format in (ReadOnlySpan<ImageFormat>)[ImageFormat.Png, ImageFormat.Tiff, ImageFormat.WebP, ImageFormat.Jpeg])
        {
            using var image = TestImages.Decode(TestImages.Encode(format, stored));

            Assert.Equal(swapped ? (32, 48) : (48, 32), (image.Width, image.Height));
            Assert.Equal(expected, CornersOf(image));
        }
    }

    [Fact]
    public void Orientation_is_left_alone_when_told_so()
    {
        using var stored = Stored(6);

        using var image = TestImages.Decode(stored.PngsaveBuffer(), DecodeOptions.Default with { ApplyOrientation = false });

        Assert.Equal((48, 32), (image.Width, image.Height));
        Assert.Equal([1, 2, 3, 4], CornersOf(image));
    }

    /// <summary>Four quarters of grey 60, 120, 180, 240.</summary>
    static Image Stored(int code)
    {
        var pixels = new byte[48 * 32 * 3];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i / 3 % 48, i / 3 / 48);
            pixels[i] = (byte)(60 * (1 + (x / 24) + (2 * (y / 16))));
        }

        using var image = TestImages.Of(pixels, 48, 32, 3);
        return image.Mutate(mutable => mutable.Set(GValue.GIntType, "orientation", code));
    }

    static byte[] CornersOf(DecodedImage image)
    {
        var rgb = TestImages.Rgb(image);
        return
        [
            Number(2, 2), Number(image.Width - 3, 2),
            Number(2, image.Height - 3), Number(image.Width - 3, image.Height - 3),
        ];

        byte Number(int x, int y) => (byte)Math.Round(rgb[3 * ((y * image.Width) + x)] / 60.0);
    }
}
