using HashMatch.Hashers;

namespace HashMatch.Imaging.Tests;

public class PixelFilterTests
{
    static PixelView Picture => new(Pictures.Rgb(), Pictures.Width, Pictures.Height, PixelLayout.Rgb24);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 300)]
    [InlineData(Pictures.Width, Pictures.Height)]
    [InlineData(40, 28)]
    [InlineData(123, 87)]
    public void A_resized_picture_has_the_size_that_was_asked_for_and_shows_the_same(int width, int height)
    {
        var resized = new PixelView(PixelFilter.Resize(Picture, width, height), width, height, PixelLayout.Rgb24);

        Assert.Equal(width * height * 3, resized.Data.Length);
        var expected = Picture.Row(Pictures.Height / 2)[(3 * (Pictures.Width / 2))..];
        var found = resized.Row(height / 2)[(3 * (width / 2))..];
        for (var c = 0; c < 3; c++)
        {
            Assert.InRange(found[c], expected[c] - 20, expected[c] + 20);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(PixelFilter.MaxSigma)]
    public void A_blurred_picture_is_flatter_and_as_bright(double sigma)
    {
        byte[] stripes = [.. Enumerable.Range(0, 64 * 64).Select(i => (byte)(i % 2 * 200))];

        var blurred = PixelFilter.Blur(new PixelView(stripes, 64, 64, PixelLayout.Grey8), sigma);

        Assert.Equal(stripes.Length, blurred.Length);
        Assert.All(blurred.Chunk(64), row => Assert.All(row[8..56], value => Assert.InRange(value, 90, 110)));
    }

    [Fact]
    public void A_part_of_a_picture_comes_out_as_its_copy_does()
    {
        var part = Picture.Crop(3, 5, 20, 11);
        PixelView copy = new(Parts.Copy(part), part.Width, part.Height, part.Layout);

        Assert.Equal(PixelFilter.Resize(copy, 31, 17), PixelFilter.Resize(part, 31, 17));
        Assert.Equal(PixelFilter.Blur(copy, 1.5), PixelFilter.Blur(part, 1.5));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(-1, 5)]
    [InlineData(30_000, 30_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_size_that_cannot_be_is_a_mistake_of_the_caller(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PixelFilter.Resize(Picture, width, height));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(PixelFilter.MaxSigma + 1)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void A_deviation_that_cannot_be_is_a_mistake_of_the_caller(double sigma) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PixelFilter.Blur(Picture, sigma));
}
