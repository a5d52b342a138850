using HashMatch.Matching;

namespace HashMatch.Tests.Matching;

public class DistinctPairsTests
{
    [Fact]
    public void A_farther_distance_is_never_rarer()
    {
        for (var distance = 1; distance <= 256; distance++)
        {
            Assert.InRange(DistinctPairs.AsNear(distance), DistinctPairs.AsNear(distance - 1), DistinctPairs.Measured);
            Assert.InRange(DistinctPairs.OneIn(distance), 1, DistinctPairs.OneIn(distance - 1));
        }

        Assert.Equal(1, DistinctPairs.OneIn(256));
        Assert.Throws<ArgumentOutOfRangeException>(() => DistinctPairs.AsNear(-1));
    }

    [Fact]
    public void Within_the_default_radius_and_band_no_different_pictures_were_seen()
    {
        var options = MatchOptions.Default;

        Assert.Equal(0, DistinctPairs.AsNear(options.Radius + options.ReviewBand));
        Assert.Equal(DistinctPairs.Measured / 3, DistinctPairs.OneIn(options.Radius));
    }
}
