using FsCheck.Xunit;
using HashMatch.Hashers;
using HashMatch.Hashers.Transforms;
using HashMatch.Hashes;

namespace HashMatch.Tests.Hashers;

/// <summary>The eight hashes are those of the really turned pixels.</summary>
public sealed class DihedralProperties
{
    /// <summary>Sums run in another order over turned pixels: values next to the median may change sides. In a picture with few pixels many values are.</summary>
    const int Rounding = 4;

    /// <summary>The fast profile loses a 512th at one edge, which its mirror images would have.</summary>
    const int MovedOut = 10;

    /// <summary>Windows of one, two, three and more pixels, odd and even, alone and mixed; the block's own size.</summary>
    public static TheoryData<int, int> Shapes =>
        new()
        {
            { 5, 7 }, { 64, 64 }, { 64, 65 }, { 100, 75 }, { 128, 128 }, { 129, 128 }, { 130, 131 }, { 200, 150 }, { 255, 256 },
            { 256, 256 }, { 257, 256 }, { 300, 200 }, { 384, 385 }, { 511, 512 }, { 512, 512 }, { 640, 130 }, { 1023, 641 },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_has_the_hashes_of_its_turned_pixels(int width, int height)
    {
        AssertHashesOfTurnedPixels(TestPicture.Random(width, height, PixelLayout.Rgb24, seed: width), HashProfile.Pdq1);
        AssertHashesOfTurnedPixels(TestPicture.Random(width, height, PixelLayout.Grey8, seed: height), HashProfile.Pdq512);
        AssertHashesOfTurnedPixels(TestPicture.Random(width, height, PixelLayout.Rgb24, seed: width), HashProfile.PdqFast, MovedOut);
    }

    [Property(MaxTest = 60)]
    public void Every_picture_has_the_hashes_of_its_turned_pixels(int seed, byte width, byte height) =>
        AssertHashesOfTurnedPixels(TestPicture.Random(5 + (2 * width), 5 + height, PixelLayout.Rgb24, seed), HashProfile.Pdq1);

    [Property(MaxTest = 10)]
    public void Every_stepped_picture_has_the_hashes_of_its_turned_pixels(int seed, byte width, byte height)
    {
        var picture = TestPicture.Random(500 + width, 513 + height, PixelLayout.Rgb24, seed);
        AssertHashesOfTurnedPixels(picture, HashProfile.Pdq512);
        var luma = new LumaPlane(picture.Luma(), picture.Width, picture.Height);
        var hasher = new PdqHasher(HashProfile.Pdq512);
        foreach (var transform in Enum.GetValues<DihedralTransform>())
        {
            Assert.Equal(hasher.HashDihedral(luma).Hashes[transform], hasher.HashDihedral(picture.View).Hashes[transform]);
        }
    }

    static void AssertHashesOfTurnedPixels(TestPicture picture, HashProfile profile, int most = Rounding)
    {
        foreach (var kernel in PdqKernels.Available)
        {
            var hasher = new PdqHasher(profile, kernel);
            var result = hasher.HashDihedral(picture.View);
            var hashes = result.Hashes;
            Assert.Equal(hasher.Hash(picture.View), new PdqResult(hashes[DihedralTransform.Identity], result.Quality) { UndecidedBits = result.UndecidedBits });
            foreach (var transform in Enum.GetValues<DihedralTransform>())
            {
                // Turned, other values lie next to the median: signs have changed.
                var turned = hasher.Hash(picture.Turned(transform).View);
                var distance = turned.Hash.DistanceTo(hashes[transform]);
                Assert.True(distance <= Math.Max(most, turned.UndecidedBits), $"{kernel}, {picture} {transform}: {distance} of {Hash256.BitCount} bits");
            }
        }
    }
}
