using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Tests.Indexes;

public class SelfJoinTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_sink_that_fails_ends_the_join(int threads)
    {
        var calls = 0;
        var failure = Assert.Throws<InvalidOperationException>(() => SelfJoin.FindPairs<Hash256>(
            new Hash256[2_000], 0, _ => throw new InvalidOperationException($"call {++calls}"), threads));

        Assert.Equal("call 1", failure.Message);
    }

    [Fact]
    public void Pairs_of_a_crowd_come_in_portions_and_are_all_there()
    {
        long pairs = 0;
        var largest = 0;
        SelfJoin.FindPairs<Hash256>(new Hash256[3_000], 0, portion => (pairs, largest) = (pairs + portion.Length, Math.Max(largest, portion.Length)), threads: 2);

        Assert.Equal(3_000L * 2_999 / 2, pairs);
        Assert.InRange(largest, 1, 10_000);
    }

    [Fact]
    public void Bounds_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SelfJoin.FindPairs<Hash256>([], -1, _ => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SelfJoin.FindPairs<Hash256>([], 257, _ => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SelfJoin.FindPairs<Hash256>([], 0, _ => { }, 0));
        Assert.Throws<ArgumentNullException>(() => SelfJoin.FindPairs<Hash256>([], 0, null!));
    }
}
