using FsCheck.Xunit;
using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Tests.Hashers;

/// <summary>What the four small hashers promise alike: profiles, grey, threads, memory, and any sides.</summary>
public sealed class SmallHasherTests
{
    static readonly DctHasher s_dct = new();
    static readonly DifferenceHasher s_difference = new();
    static readonly AverageHasher s_average = new();
    static readonly BlockHasher s_block = new();

    readonly record struct Hashes(Hash64 Dct, Hash64 Difference, Hash64 Average, Hash256 Block);

    [Fact]
    public void Each_names_its_recipe() => Assert.Equal(
        ["phash-1", "dhash-1", "ahash-1", "blockhash-1"],
        [s_dct.Profile.Name, s_difference.Profile.Name, s_average.Profile.Name, s_block.Profile.Name]);

    [Property(MaxTest = 50)]
    public void Grey_and_three_equal_channels_have_the_same_hashes(int seed, byte width, byte height)
    {
        var grey = TestPicture.Random(1 + width, 1 + height, PixelLayout.Grey8, seed);
        Assert.Equal(HashAll(grey.AsRgb()), HashAll(grey));
    }

    [Fact]
    public void A_flat_picture_has_no_bits_but_that_of_its_mean_and_those_of_white()
    {
        foreach (var value in (byte[])[1, 100, 254])
        {
            var pixels = new byte[90 * 70];
            Array.Fill(pixels, value);
            var hashes = HashAll(new TestPicture(pixels, 90, 70, PixelLayout.Grey8, 0));
            Assert.Equal(new Hashes(
                new Hash64(1UL << 63), default, default, value > 128 ? new Hash256(~0UL, ~0UL, ~0UL, ~0UL) : default), hashes);
        }
    }

    [Fact]
    public void A_ramp_to_the_right_grows_everywhere()
    {
        var pixels = new byte[256 * 16];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)i;
        }

        var hashes = HashAll(new TestPicture(pixels, 256, 16, PixelLayout.Grey8, 0));
        Assert.Equal(new Hash64(ulong.MaxValue), hashes.Difference);
        Assert.Equal(Hash64.Parse("0f0f0f0f0f0f0f0f"), hashes.Average);
        Assert.Equal(Hash256.Parse(string.Concat(Enumerable.Repeat("00ff", 16))), hashes.Block);
    }

    [Fact]
    public void Threads_that_share_the_hashers_get_the_hashes_of_one()
    {
        TestPicture[] pictures = [.. Enumerable.Range(0, 24).Select(i =>
            TestPicture.Random(1 + (37 * i), 900 - (29 * i), i % 2 == 0 ? PixelLayout.Rgb24 : PixelLayout.Grey8, i))];
        var expected = Array.ConvertAll(pictures, HashAll);
        Parallel.For(0, 8 * pictures.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(expected[i % pictures.Length], HashAll(pictures[i % pictures.Length])));
    }

    [Theory]
    [InlineData(PixelLayout.Rgb24, 300, 200)]
    [InlineData(PixelLayout.Grey8, 1000, 700)]
    public void Warm_hashers_allocate_nothing(PixelLayout layout, int width, int height)
    {
        var picture = TestPicture.Random(width, height, layout, seed: 1);
        Assert.Equal(0, Allocations.OfWarm(() => HashAll(picture)));
    }

    static Hashes HashAll(TestPicture picture) =>
        new(s_dct.Hash(picture.View), s_difference.Hash(picture.View), s_average.Hash(picture.View), s_block.Hash(picture.View));
}
