using HashMatch.Cli.Measuring;

namespace HashMatch.Cli.Tests;

/// <summary>What <c>bench</c> makes of the time that passed, on a clock on which every look takes equally long.</summary>
public class QuickBenchTests
{
    const double SecondsALook = 0.0625;

    [Fact]
    public void Every_figure_is_the_work_of_a_round_by_its_time()
    {
        var records = new QuickBench(2_000, new SteppingClock()).Measure().ToList();

        // A sixteenth of a second is long enough for a round of one call.
        Assert.Equal(
            [
                ("PDQ hash of 512 x 512 RGB pixels", 1e3 * SecondsALook, "ms"),
                ("linear scan of 2,000, radius 31", 2_000 / SecondsALook / 1e9, "G comparisons/s"),
                ("the same, 1000 queries at once", 2_000_000 / SecondsALook / 1e9, "G comparisons/s"),
                ($"index of 2,000: build, {Environment.ProcessorCount} threads", SecondsALook, "s"),
                ("index of 2,000: search, radius 31", 1 / SecondsALook, "queries/s"),
                ("the same, 1000 queries at once", 1_000 / SecondsALook, "queries/s"),
                ("index of 2,000: 10 nearest", 1 / SecondsALook, "queries/s"),
            ],
            records.Select(record => (record.Name, Math.Round(record.Value, 12), record.Unit)));
    }

    sealed class SteppingClock : TimeProvider
    {
        long _looks;

        public override long TimestampFrequency => 16;

        public override long GetTimestamp() => _looks++;
    }
}
