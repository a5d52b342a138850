using FsCheck.Xunit;
using HashMatch.Hashers;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>How an axis is shared out for the fast profile.</summary>
public sealed class AreaAxisProperties
{
    [Property(MaxTest = 200)]
    public void Parts_follow_one_another_and_each_gets_its_share_of_pixels(int seed)
    {
        // Every length up to far beyond a photo is as likely, and so are the short ones.
        var length = 1 + (new Random(seed).Next(1 << 20) >> (seed & 15));
        var axis = new AreaAxis(length);
        Assert.Equal((axis.First(1), axis.End(1)), (axis.First(0), axis.End(0)));
        Assert.Equal(0, axis.First(1));
        for (var part = 1; part < AreaAxis.PartCount; part++)
        {
            var sum = 0.0;
            for (var pixel = axis.First(part); pixel < axis.End(part); pixel++)
            {
                var share = axis.Share(part, pixel);
                Assert.True(share is > 0 and <= 1, $"{length}: {share} of pixel {pixel} to part {part}");
                sum += share;
            }

            Assert.Equal(length / 512.0, sum, 1e-9);
            // The next part begins where this one ends, in the same pixel or the one after.
            var next = axis.First(Math.Min(part + 1, AreaAxis.PartCount - 1));
            Assert.InRange(next, axis.First(part), axis.End(part));
        }

        Assert.InRange(axis.End(AreaAxis.PartCount - 1), 1, length);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 3)]
    [InlineData(4, 4)]
    public void A_picture_enlarged_by_whole_pixels_has_the_averages_it_had(int columns, int rows)
    {
        var picture = TestPicture.Random(512, 512, PixelLayout.Grey8, seed: 3);
        var enlarged = new byte[512 * 512 * columns * rows];
        for (var y = 0; y < 512 * rows; y++)
        {
            for (var x = 0; x < 512 * columns; x++)
            {
                enlarged[(y * 512 * columns) + x] = picture.Pixels[(y / rows * 512) + (x / columns)];
            }
        }

        var hasher = new PdqHasher(HashProfile.PdqFast);
        var expected = hasher.Hash(picture.View);
        Assert.Equal(expected, hasher.Hash(new PixelView(enlarged, 512 * columns, 512 * rows, PixelLayout.Grey8)));
        Assert.NotEqual(new PdqHasher().Hash(picture.View), expected);
    }

    [Fact]
    public void The_averages_are_the_picture_one_pixel_on()
    {
        var picture = TestPicture.Random(512, 512, PixelLayout.Rgb24, seed: 4);
        var luma = picture.Luma();
        var plane = new float[512 * 512];
        PdqKernels.Default.Average(new LumaInput(picture.View, HashProfile.PdqFast), plane);
        for (var y = 0; y < 512; y++)
        {
            for (var x = 0; x < 512; x++)
            {
                Assert.Equal(luma[(Math.Max(y - 1, 0) * 512) + Math.Max(x - 1, 0)], plane[(y * 512) + x]);
            }
        }
    }
}
