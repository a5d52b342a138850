using HashMatch.Hashers;

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
}
