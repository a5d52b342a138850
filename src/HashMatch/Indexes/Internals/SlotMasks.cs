using System.Numerics;

namespace HashMatch.Indexes.Internals;

/// <summary>The differences between two places of a directory, fewest bits first: a run of them is a ball around a place.</summary>
/// <remarks>
/// A directory goes by the upper bits of a slot value, all 16 or fewer: small collections are spread over fewer buckets,
/// which then fill a line of the caches each and take less memory than the collection.
/// </remarks>
sealed class SlotMasks
{
    static readonly SlotMasks?[] s_ofBits = new SlotMasks?[Slots.Bits + 1];

    readonly int[] _ballSizes;

    SlotMasks(int bits)
    {
        Bits = bits;
        ByWeight = [.. Enumerable.Range(0, 1 << bits).OrderBy(mask => BitOperations.PopCount((uint)mask)).Select(mask => (ushort)mask)];
        _ballSizes = new int[bits + 1];
        foreach (var mask in ByWeight)
        {
            _ballSizes[BitOperations.PopCount(mask)]++;
        }

        for (var weight = 1; weight <= bits; weight++)
        {
            _ballSizes[weight] += _ballSizes[weight - 1];
        }
    }

    /// <summary>Those of a directory by whole slot values.</summary>
    internal static SlotMasks OfSlot => OfBits(Slots.Bits);

    /// <summary>How many upper bits of a slot value the directory goes by.</summary>
    internal int Bits { get; }

    /// <summary>How many lower bits it leaves out.</summary>
    internal int Shift => Slots.Bits - Bits;

    /// <summary>How many offsets a slot has: where each bucket begins, and the end.</summary>
    internal int Offsets => (1 << Bits) + 1;

    /// <summary>All masks by number of set bits, then by value: neighbours in the order are often neighbours in memory.</summary>
    internal ushort[] ByWeight { get; }

    internal static SlotMasks OfBits(int bits) => s_ofBits[bits] ??= new SlotMasks(bits);

    /// <summary>Those of the directory that has so many offsets a slot.</summary>
    internal static SlotMasks OfOffsets(int offsets)
    {
        // A count no directory has, as in a damaged file, gives one that does not fit and is refused for that.
        return OfBits(Math.Min(BitOperations.Log2((uint)offsets), Slots.Bits));
    }

    /// <summary>How many masks have at most <paramref name="radius"/> bits, so how many probes that radius costs.</summary>
    internal int BallSize(int radius) => radius < 0 ? 0 : _ballSizes[Math.Min(radius, Bits)];
}
