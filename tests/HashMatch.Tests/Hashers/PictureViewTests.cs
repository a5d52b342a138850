using HashMatch.Hashers;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>What <see cref="PixelView"/> and <see cref="LumaPlane"/> refuse, and what they show.</summary>
public sealed class PictureViewTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 5)]
    [InlineData(5, int.MinValue)]
    public void Sides_below_one_are_refused(int width, int height)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = new PixelView(new byte[100], width, height, PixelLayout.Rgb24); });
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = new LumaPlane(new float[100], width, height); });
    }

    [Fact]
    public void An_unknown_layout_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => { _ = new PixelView(new byte[100], 5, 5, (PixelLayout)2); });

    [Theory]
    [InlineData(11, 3)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Too_little_data_is_refused(int width, int height)
    {
        Assert.Throws<ArgumentException>(() => { _ = new PixelView(new byte[98], width, height, PixelLayout.Rgb24); });
        Assert.Throws<ArgumentException>(() => { _ = new LumaPlane(new float[32], width, height); });
    }

    [Fact]
    public void Rows_are_cut_from_the_data_and_surplus_is_ignored()
    {
        byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 99];
        var pixels = new PixelView(bytes, 2, 2, PixelLayout.Rgb24);
        Assert.Equal(bytes[6..12], pixels.Row(1).ToArray());
        Assert.Equal(12, pixels.Data.Length);

        float[] values = [1, 2, 3, 4, 5, 6, 99];
        var luma = new LumaPlane(values, 3, 2);
        Assert.Equal(values[3..6], luma.Row(1).ToArray());
        Assert.Equal(6, luma.Data.Length);
    }

    [Theory]
    [InlineData(0, 0, 5, 2)]
    [InlineData(-1, 0, 2, 2)]
    [InlineData(3, 0, 2, 1)]
    [InlineData(0, 2, 1, 2)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(int.MaxValue, 0, 1, 1)]
    public void A_part_lies_within_the_picture(int left, int top, int width, int height) => Assert.Throws<ArgumentOutOfRangeException>(
        () => { _ = new PixelView(new byte[4 * 3], 4, 3, PixelLayout.Grey8).Crop(left, top, width, height); });

    [Theory]
    [InlineData(PixelLayout.Grey8, 16, 16)]
    [InlineData(PixelLayout.Rgb24, 33, 50)]
    [InlineData(PixelLayout.Rgb24, 64, 64)]
    [InlineData(PixelLayout.Rgb24, 170, 90)]
    public void A_part_has_the_hash_of_its_copy(PixelLayout layout, int width, int height)
    {
        var picture = TestPicture.Random(200, 130, layout, seed: 2);
        var part = picture.View.Crop(13, 7, width, height).Crop(1, 2, width - 2, height - 3);
        List<byte> copy = [];
        for (var y = 0; y < part.Height; y++)
        {
            copy.AddRange(part.Row(y));
        }

        foreach (var kernel in PdqKernels.Available)
        {
            foreach (var profile in HashProfile.All)
            {
                var hasher = new PdqHasher(profile, kernel);
                Assert.Equal(hasher.Hash(new PixelView(copy.ToArray(), part.Width, part.Height, layout)), hasher.Hash(part));
            }
        }
    }
}
