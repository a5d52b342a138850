using FsCheck.Xunit;
using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Tests.Hashers;

/// <summary>Laws of the hasher that hold for every picture.</summary>
public sealed class PdqHasherProperties
{
    [Property(MaxTest = 50)]
    public void Pixels_and_their_luma_have_the_same_hash(int seed, byte width, byte height, bool stepped)
    {
        var hasher = new PdqHasher(stepped ? HashProfile.Pdq512 : HashProfile.Pdq1);
        var side = stepped ? 400 : 5;
        var picture = TestPicture.Random(side + width, side + height, PixelLayout.Rgb24, seed);
        var luma = new LumaPlane(picture.Luma(), picture.Width, picture.Height);
        Assert.Equal(hasher.Hash(luma), hasher.Hash(picture.View));
    }

    [Property(MaxTest = 50)]
    public void Grey_and_three_equal_channels_have_the_same_hash(int seed, byte width, byte height)
    {
        var hasher = new PdqHasher();
        var grey = TestPicture.Random(5 + width, 5 + height, PixelLayout.Grey8, seed);
        Assert.Equal(hasher.Hash(grey.AsRgb().View), hasher.Hash(grey.View));
    }

    [Property(MaxTest = 50)]
    public void The_identity_among_the_eight_is_the_plain_hash(int seed, byte width, byte height)
    {
        var hasher = new PdqHasher();
        var picture = TestPicture.Random(5 + width, 5 + height, PixelLayout.Rgb24, seed);
        var result = hasher.HashDihedral(picture.View);
        Assert.Equal(hasher.Hash(picture.View), new PdqResult(result.Hashes[DihedralTransform.Identity], result.Quality) { UndecidedBits = result.UndecidedBits });
    }

    [Property(MaxTest = 50)]
    public void Half_the_bits_are_set_and_distances_even(int seed, byte width, byte height)
    {
        var hasher = new PdqHasher();
        var picture = TestPicture.Random(100 + width, 100 + height, PixelLayout.Rgb24, seed);
        var hashes = hasher.HashDihedral(picture.View).Hashes;
        foreach (var transform in Enum.GetValues<DihedralTransform>())
        {
            Assert.Equal(Hash256.BitCount / 2, hashes[transform].PopCount);
        }
    }
}
