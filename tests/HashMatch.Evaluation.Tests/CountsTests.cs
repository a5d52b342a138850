using HashMatch.Evaluation.Measuring;

namespace HashMatch.Evaluation.Tests;

public class CountsTests
{
    [Fact]
    public void The_largest_radius_is_the_last_that_keeps_the_rate()
    {
        DistanceCounts counts = new(64);
        foreach (var distance in (int[])[10, 20, 20, 30])
        {
            counts.Add(distance);
        }

        Assert.Equal(9, counts.LargestRadius(perMillion: 1));
        Assert.Equal(19, counts.LargestRadius(perMillion: 250_000));
        Assert.Equal(64, counts.LargestRadius(perMillion: 1_000_000));
        counts.Add(0);
        Assert.Equal(-1, counts.LargestRadius(perMillion: 1));
        Assert.Equal((1, 2, 4, 5), (counts.Within(9), counts.Within(10), counts.Within(20), counts.Within(64)));
        Assert.Equal(0.8, counts.ShareWithin(20));
        Assert.Null(new DistanceCounts(64).ShareWithin(20));
    }

    // Garwood's limits of a Poisson count, one-sided 95 %, from any table of them.
    [Theory]
    [InlineData(0, 2.996)]
    [InlineData(1, 4.744)]
    [InlineData(5, 10.513)]
    [InlineData(10, 16.962)]
    [InlineData(100, 118.08)]
    public void A_rate_is_bounded_as_in_the_tables(long events, double mean) =>
        Assert.Equal(mean / 1e6, RateBound.Upper(events, 1_000_000), 0.01 / 1e6);

    [Fact]
    public void Large_counts_and_no_trials_have_a_bound_too()
    {
        Assert.InRange(RateBound.Upper(1_000_000, 10_000_000), 0.1, 0.1003);
        // Large collections have so many pairs that multiplying out a factorial would take hours.
        Assert.InRange(RateBound.Upper(10_000_000_000, 100_000_000_000), 0.1, 0.100_003);
        Assert.Equal(RateBound.Upper(9_999, 1_000_000), RateBound.Upper(10_000, 1_000_000), 2e-6);
        Assert.Equal(1, RateBound.Upper(0, 0));
        Assert.Equal(1, RateBound.Upper(5, 5));
    }
}
