using HashMatch.Evaluation.Alterations;
using HashMatch.Evaluation.Pixels;
using HashMatch.Hashers;

namespace HashMatch.Evaluation.Tests;

public class AlterationTests
{
    public static TheoryData<string> Names => [.. AlterationCatalog.All.Select(alteration => alteration.Name)];

    [Fact]
    public void Every_name_stands_for_one_alteration()
    {
        Assert.Equal(AlterationCatalog.All.Count, AlterationCatalog.All.Select(alteration => alteration.Name).Distinct().Count());
        Assert.Equal(AlterationCatalog.Identical, AlterationCatalog.All[0]);
        Assert.All(AlterationCatalog.All, alteration => Assert.Matches("^[a-z0-9_.+-]+$", alteration.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_alteration_changes_pixels_leaves_its_source_alone_and_gives_the_same_copy_again(string name)
    {
        var source = Pictures.Blobs(seed: 3);
        var before = source.Data.ToArray();

        var copy = Apply(name, source, seed: 7);
        var again = Apply(name, source, seed: 7);

        Assert.Equal(before, source.Data.ToArray());
        Assert.Equal((copy.Width, copy.Height), (again.Width, again.Height));
        Assert.Equal(copy.Data.ToArray(), again.Data.ToArray());
        var isSame = copy.Width == source.Width && copy.Height == source.Height && copy.Data.SequenceEqual(before);
        Assert.Equal(name == "identical", isSame);
    }

    [Theory]
    [InlineData("jpeg-10", 120, 80)]
    [InlineData("webp-30", 120, 80)]
    [InlineData("resize-0.25", 30, 20)]
    [InlineData("resize-0.75", 90, 60)]
    [InlineData("resize-1.5", 180, 120)]
    [InlineData("resize-4", 480, 320)]
    [InlineData("blur-strong", 120, 80)]
    [InlineData("noise-light", 120, 80)]
    [InlineData("gamma+40", 120, 80)]
    [InlineData("rotate-90", 80, 120)]
    [InlineData("rotate-180", 120, 80)]
    [InlineData("transverse", 80, 120)]
    [InlineData("tilt-10", 120, 80)]
    [InlineData("crop-30", 84, 80)]
    [InlineData("crop-50-two", 60, 40)]
    [InlineData("letterbox-black", 120, 100)]
    [InlineData("pillarbox-white", 150, 80)]
    [InlineData("border-coloured", 128, 88)]
    [InlineData("caption", 120, 91)]
    [InlineData("logo", 120, 80)]
    [InlineData("crop-10-two_resize-0.5_jpeg-50", 54, 36)]
    public void A_copy_has_the_size_its_name_says(string name, int width, int height)
    {
        var copy = Apply(name, Pictures.Blobs(seed: 3), seed: 7);

        Assert.Equal((width, height), (copy.Width, copy.Height));
    }

    [Fact]
    public void Nothing_is_made_too_small_to_be_hashed()
    {
        var tiny = Pictures.Blobs(seed: 1, width: 6, height: 9);

        Assert.All(AlterationCatalog.All, alteration =>
        {
            var copy = alteration.Apply(tiny, 1);
            Assert.NotNull(copy);
            Assert.True(copy.ShorterSide >= 5, $"{alteration.Name} gives {copy.Width}x{copy.Height}.");
        });
    }

    [Fact]
    public void A_picture_of_the_largest_enlarged_size_is_not_enlarged()
    {
        var large = RgbPicture.Filled(4000, 4000, Rgb.White);

        Assert.Null(Recoding.Resize(large, 2));
        Assert.Equal(16_000_000, Recoding.LargestCopy(1_000_000));
        Assert.Equal(16_000, Recoding.LargestCopy(1_000));
        Assert.Equal(50_000_000, Recoding.LargestCopy(50_000_000));
    }

    [Fact]
    public void Turns_go_where_the_hasher_says_they_go()
    {
        // The corner of one colour wanders: two by two pixels are enough to tell the eight apart.
        var source = RgbPicture.Filled(2, 2, Rgb.Black);
        source.Fill(0, 0, 1, 1, Rgb.White);
        source.Fill(1, 0, 1, 1, Rgb.Grey(100));

        // Counter-clockwise: the right column becomes the upper row.
        Assert.Equal([100, 0, 255, 0], Reds(Turning.Turn(source, DihedralTransform.Rot90)));
        Assert.Equal([0, 0, 100, 255], Reds(Turning.Turn(source, DihedralTransform.Rot180)));
        Assert.Equal([0, 255, 0, 100], Reds(Turning.Turn(source, DihedralTransform.Rot270)));
        Assert.Equal([100, 255, 0, 0], Reds(Turning.Turn(source, DihedralTransform.FlipHorizontal)));
        Assert.Equal([0, 0, 255, 100], Reds(Turning.Turn(source, DihedralTransform.FlipVertical)));
        Assert.Equal([255, 0, 100, 0], Reds(Turning.Turn(source, DihedralTransform.Transpose)));
        Assert.Equal([0, 100, 0, 255], Reds(Turning.Turn(source, DihedralTransform.Transverse)));
    }

    [Fact]
    public void Noise_has_the_deviation_asked_for_and_no_drift()
    {
        int[] samples = [.. Enumerable.Range(0, 100_000).Select(place => CounterNoise.NormalAt(9, (ulong)place, 15))];

        Assert.InRange(samples.Average(), -0.2, 0.2);
        Assert.InRange(Math.Sqrt(samples.Average(sample => (double)sample * sample)), 14.7, 15.3);
        Assert.NotEqual(samples, [.. Enumerable.Range(0, 100_000).Select(place => CounterNoise.NormalAt(10, (ulong)place, 15))]);
    }

    static RgbPicture Apply(string name, RgbPicture source, ulong seed) =>
        AlterationCatalog.All.Single(alteration => alteration.Name == name).Apply(source, seed)!;

    static int[] Reds(RgbPicture picture)
    {
        List<int> reds = [];
        for (var i = 0; i < picture.Data.Length; i += 3)
        {
            reds.Add(picture.Data[i]);
        }

        return [.. reds];
    }
}
