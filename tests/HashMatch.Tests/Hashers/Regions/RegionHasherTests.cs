using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers.Regions;

/// <summary>The same regions on every processor, inside the picture, and none where there is nothing to see.</summary>
public sealed class RegionHasherTests
{
    /// <summary>Run with vectors of every width and with none (see .ci/run), so equal figures are equal regions.</summary>
    [Theory]
    [InlineData(480, 360, 7837330532198882834UL)]
    [InlineData(1023, 701, 16692124734609399475UL)]
    [InlineData(97, 301, 11176023597676436593UL)]
    public void Regions_are_the_same_on_every_processor(int width, int height, ulong expected)
    {
        var set = new RegionHasher().Hash(PaintedPicture.Of(7, width, height).View);
        var values = set.Regions.SelectMany(region => (float[])[region.X, region.Y, region.Side, .. Halves(region)]).ToArray();

        Assert.Equal(expected, Fnv.Of(values));

        static IEnumerable<float> Halves(Region region) =>
            new[] { region.Hash.W0, region.Hash.W1, region.Hash.W2, region.Hash.W3 }
                .SelectMany(word => (float[])[(ushort)word, (ushort)(word >> 16), (ushort)(word >> 32), (ushort)(word >> 48)]);
    }

    [Fact]
    public void Every_kernel_gives_the_same_regions()
    {
        var picture = PaintedPicture.Of(3, 700, 500);
        var expected = new RegionHasher(new ScalarPdqKernel()).Hash(picture.View).Regions;
        Assert.All(PdqKernels.Available, kernel => Assert.Equal(expected, new RegionHasher(kernel).Hash(picture.View).Regions));
    }

    [Theory]
    [InlineData(480, 360)]
    [InlineData(1500, 300)]
    public void Regions_lie_inside_the_picture(int width, int height)
    {
        var set = new RegionHasher().Hash(PaintedPicture.Of(5, width, height).View);
        Assert.Equal((width, height), (set.Width, set.Height));
        Assert.InRange(set.Regions.Count, 10, RegionSet.MaxCount);
        Assert.All(set.Regions, region =>
        {
            var half = region.Side * 0.499f;
            Assert.True(region.X > half && region.Y > half && region.X < width - half && region.Y < height - half, $"{region}");
        });
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 40)]
    [InlineData(1, 3000)]
    [InlineData(3000, 1)]
    [InlineData(600, 2)]
    [InlineData(13, 13)]
    public void Pictures_of_a_few_pixels_are_hashed_without_harm(int width, int height) =>
        Assert.InRange(new RegionHasher().Hash(TestPicture.Random(width, height, PixelLayout.Rgb24, 1).View).Regions.Count, 0, RegionSet.MaxCount);

    [Fact]
    public void A_flat_picture_has_no_regions()
    {
        var flat = new byte[200 * 100];
        Assert.Empty(new RegionHasher().Hash(new PixelView(flat, 200, 100, PixelLayout.Grey8)).Regions);
    }

    [Fact]
    public void What_the_pool_held_before_does_not_matter()
    {
        var picture = PaintedPicture.Of(2, 900, 700);
        var expected = new RegionHasher().Hash(picture.View).Regions;
        SoiledPool.Soil();
        Assert.Equal(expected, new RegionHasher().Hash(picture.View).Regions);
    }

    [Fact]
    public void Grey_and_colour_of_equal_channels_have_the_same_regions()
    {
        var picture = PaintedPicture.Of(4);
        Assert.Equal(new RegionHasher().Hash(picture.View).Regions, new RegionHasher().Hash(picture.AsRgb().View).Regions);
    }

    [Fact]
    public void A_set_refuses_regions_without_place_or_size()
    {
        Assert.Throws<ArgumentException>(() => new RegionSet(9, 9, [new Region(default, float.NaN, 1, 1)]));
        Assert.Throws<ArgumentException>(() => new RegionSet(9, 9, [new Region(default, 1, 1, 0)]));
        Assert.Throws<ArgumentException>(() => new RegionSet(9, 9, Enumerable.Repeat(new Region(default, 1, 1, 1), RegionSet.MaxCount + 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegionSet(0, 9, []));
    }
}
