using HashMatch.Hashers;

namespace HashMatch.Tests.Hashers;

/// <summary>The hasher's contract at the edges: sizes, profiles, threads, memory.</summary>
public sealed class PdqHasherTests
{
    [Fact]
    public void The_default_profile_is_full_resolution()
    {
        Assert.Same(HashProfile.Pdq1, new PdqHasher().Profile);
        Assert.Same(HashProfile.Pdq512, new PdqHasher(HashProfile.Pdq512).Profile);
    }

    [Fact]
    public void A_profile_of_another_algorithm_is_refused() =>
        Assert.Throws<ArgumentException>(() => new PdqHasher(HashProfile.Phash1));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(4, 5)]
    [InlineData(5, 4)]
    [InlineData(1, 20000)]
    [InlineData(20000, 1)]
    public void A_side_below_five_pixels_gives_the_zero_hash_of_quality_zero(int width, int height)
    {
        var picture = TestPicture.Random(width, height, PixelLayout.Rgb24, seed: 1);
        var hasher = new PdqHasher();
        Assert.Equal(default, hasher.Hash(picture.View));
        Assert.Equal(default, hasher.Hash(new LumaPlane(picture.Luma(), width, height)));
        Assert.Equal(default, hasher.HashDihedral(picture.View).Hashes[DihedralTransform.Rot90]);
        Assert.Equal(0, hasher.HashDihedral(picture.View).Quality);
    }

    [Fact]
    public void Stepping_comes_before_the_check_of_sides()
    {
        var picture = TestPicture.Random(2000, 3, PixelLayout.Rgb24, seed: 1);
        Assert.Equal(default, new PdqHasher().Hash(picture.View));
        Assert.NotEqual(default, new PdqHasher(HashProfile.Pdq512).Hash(picture.View));
    }

    [Fact]
    public void Profiles_agree_up_to_512_pixels_and_differ_above()
    {
        var small = TestPicture.Random(512, 512, PixelLayout.Rgb24, seed: 1);
        var large = TestPicture.Random(513, 512, PixelLayout.Rgb24, seed: 1);
        var (full, stepped) = (new PdqHasher(), new PdqHasher(HashProfile.Pdq512));
        Assert.Equal(full.Hash(small.View), stepped.Hash(small.View));
        Assert.NotEqual(full.Hash(large.View), stepped.Hash(large.View));
    }

    [Fact]
    public void A_64x64_picture_is_not_filtered_for_the_plain_hash()
    {
        var picture = TestPicture.Random(64, 64, PixelLayout.Grey8, seed: 1);
        var hasher = new PdqHasher();
        Assert.Equal(hasher.Hash(new LumaPlane(picture.Luma(), 64, 64)), hasher.Hash(picture.View));
    }

    [Fact]
    public void Threads_that_share_a_hasher_get_the_hashes_of_one()
    {
        var hasher = new PdqHasher();
        TestPicture[] pictures = [.. Enumerable.Range(0, 24).Select(i =>
            TestPicture.Random(40 + (37 * i), 900 - (29 * i), i % 2 == 0 ? PixelLayout.Rgb24 : PixelLayout.Grey8, i))];
        var expected = Array.ConvertAll(pictures, picture => hasher.Hash(picture.View));
        Parallel.For(0, 8 * pictures.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(expected[i % pictures.Length], hasher.Hash(pictures[i % pictures.Length].View)));
    }

    [Theory]
    [InlineData(PixelLayout.Rgb24, 300, 200)]
    [InlineData(PixelLayout.Grey8, 1000, 700)]
    public void A_warm_hasher_allocates_nothing(PixelLayout layout, int width, int height)
    {
        var picture = TestPicture.Random(width, height, layout, seed: 1);
        var luma = picture.Luma();
        foreach (var profile in HashProfile.OfKind(HashKind.Pdq))
        {
            var hasher = new PdqHasher(profile);
            Assert.Equal(0, Allocations.OfWarm(() => HashAll(hasher, picture, luma)));
        }
    }

    [Fact]
    public void Luma_that_is_no_luma_gives_a_hash_and_no_exception()
    {
        foreach (var value in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -1, float.Epsilon])
        {
            var luma = new float[100 * 80];
            Array.Fill(luma, value);
            luma[4000] = 1;
            Assert.InRange(new PdqHasher().Hash(new LumaPlane(luma, 100, 80)).Quality, 0, 100);
        }
    }

    static void HashAll(PdqHasher hasher, TestPicture picture, float[] luma)
    {
        hasher.Hash(picture.View);
        hasher.HashDihedral(picture.View);
        hasher.Hash(new LumaPlane(luma, picture.Width, picture.Height));
    }
}
