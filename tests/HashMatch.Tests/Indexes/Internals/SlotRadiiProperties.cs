using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Tests.Indexes.Internals;

[Properties(Arbitrary = [typeof(HashArbitraries)])]
public class SlotRadiiProperties
{
    [Theory]
    [InlineData(16, 256)]
    [InlineData(4, 64)]
    public void Shares_sum_to_one_more_than_the_radius(int slots, int bits)
    {
        for (var radius = 0; radius <= bits; radius++)
        {
            var radii = new SlotRadii(radius, slots);

            Assert.Equal(radius + 1, Enumerable.Range(0, slots).Sum(slot => radii.Radius(slot) + 1));
            Assert.All(Enumerable.Range(0, slots), slot => Assert.InRange(radii.Radius(slot), -1, 16));
        }
    }

    [Property]
    public void Some_slot_accepts_every_pair_within_the_radius(Hash256 query, Hash256 code)
    {
        for (var radius = query.DistanceTo(code); radius <= 256; radius++)
        {
            Assert.InRange(new SlotRadii(radius, 16).FirstToAccept(in query, in code, radius % 16), 0, 15);
            Assert.InRange(new SlotRadii(radius, 16).FirstToAcceptChain(in query, in code), 0, 15);
        }
    }
}
