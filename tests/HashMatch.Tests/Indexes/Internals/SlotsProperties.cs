using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Tests.Indexes.Internals;

[Properties(Arbitrary = [typeof(HashArbitraries)])]
public class SlotsProperties
{
    [Property]
    public void Spreading_keeps_distances_and_undoes_itself(Hash256 left, Hash256 right)
    {
        Assert.Equal(left.DistanceTo(right), Slots.Spread(left).DistanceTo(Slots.Spread(right)));
        Assert.Equal(left, Slots.Spread(Slots.Spread(left)));
    }

    [Fact]
    public void Slots_take_every_fourth_bit()
    {
        int[] remainderOfSlot = [0, 2, 1, 3];
        for (var bit = 0; bit < 64; bit++)
        {
            var spread = Slots.Spread(new Hash64(1UL << bit));
            var slot = Enumerable.Range(0, 4).Single(slot => Slots.Value(in spread, slot) != 0);

            Assert.Equal(bit % 4, remainderOfSlot[slot]);
        }
    }
}
