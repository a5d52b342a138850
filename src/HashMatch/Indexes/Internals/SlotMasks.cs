using System.Numerics;

namespace HashMatch.Indexes.Internals;

/// <summary>The differences a slot can have, fewest bits first: one run of them is a ball around a slot value.</summary>
static class SlotMasks
{
    /// <summary>All values of a slot by number of set bits, then by value: neighbours in the order are often neighbours in memory.</summary>
    internal static readonly ushort[] ByWeight = [.. Enumerable.Range(0, Slots.Values).OrderBy(mask => BitOperations.PopCount((uint)mask)).Select(mask => (ushort)mask)];

    static readonly int[] s_ballSizes = BallSizes();

    /// <summary>How many masks have at most <paramref name="radius"/> bits, so how many probes that radius costs.</summary>
    internal static int BallSize(int radius) => radius < 0 ? 0 : s_ballSizes[Math.Min(radius, Slots.Bits)];

    static int[] BallSizes()
    {
        var sizes = new int[Slots.Bits + 1];
        var ofWeight = 1;
        var total = 0;
        for (var weight = 0; weight <= Slots.Bits; weight++)
        {
            sizes[weight] = total += ofWeight;
            ofWeight = ofWeight * (Slots.Bits - weight) / (weight + 1);
        }

        return sizes;
    }
}
