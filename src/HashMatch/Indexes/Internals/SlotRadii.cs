using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>How a search radius is shared out among the slots of a hash, and which stored hashes a slot accepts.</summary>
/// <remarks>
/// <para>
/// Give every slot i a radius t_i of -1 or more, so that the sum of all (t_i + 1) is radius + 1. Let d_i be the bits in
/// which slot i of a stored hash differs from the query, and let slots follow one another in a ring. Claim: if the hash
/// lies within the radius, some slot i has both d_i &lt;= t_i and d_i + d_(i+1) &lt;= t_i + t_(i+1) + 1. So looking only for
/// hashes that pass both at some slot loses nothing.
/// </para>
/// <para>
/// Proof. Put x_i = d_i - (t_i + 1). Over the whole ring the x_i sum to (sum of d_i) - (radius + 1), at most -1. Let
/// S_k = x_0 + ... + x_(k-1) and let the start i be the last k of 0..m-1 at which S_k is largest. Every sum of consecutive
/// x beginning at i is then negative: one that ends before the ring closes is S_k - S_i with k &gt; i, negative because i
/// is the last maximum; one that goes on past the closure is the total plus S_k - S_i with k &lt;= i, at most the total.
/// The sums of length one and two are the two conditions; that of length three is a third one, d_i + d_(i+1) + d_(i+2)
/// &lt;= t_i + t_(i+1) + t_(i+2) + 2, which may be asked for as well. (The pigeonring principle: Qin and Xiao, VLDB 2018, here with a radius of its own for every slot.)
/// </para>
/// </remarks>
struct SlotRadii
{
    PerSlot _radii;
    PerSlot _ringBounds;

    internal SlotRadii(int radius, int slotCount)
    {
        Debug.Assert(slotCount <= PerSlot.Capacity);
        // Shares as equal as possible, the larger ones spread around the ring.
        for (var slot = 0; slot < slotCount; slot++)
        {
            _radii[slot] = ((radius + 1) * (slot + 1) / slotCount) - ((radius + 1) * slot / slotCount) - 1;
        }

        for (var slot = 0; slot < slotCount; slot++)
        {
            _ringBounds[slot] = _radii[slot] + _radii[(slot + 1) % slotCount] + 1;
        }
    }

    /// <summary>t_i: the most bits slot i may differ in; -1 where nothing needs to be looked up.</summary>
    internal readonly int Radius(int slot) => _radii[slot];

    /// <summary>t_i + t_(i+1) + 1: the most bits slot i and its successor may differ in together.</summary>
    internal readonly int RingBound(int slot) => _ringBounds[slot];

    /// <summary>The third condition's bound: the most bits slot i and the two after it may differ in together.</summary>
    internal readonly int ChainBound<THash>(int slot)
        where THash : struct, IHash<THash> => _ringBounds[slot] + _radii[Slots.Next<THash>(Slots.Next<THash>(slot))] + 1;

    /// <summary>
    /// The first slot whose first two conditions a pair of hashes within the radius meets. Every slot that accepts a pair
    /// finds it, and only this one reports it: no set of what was seen is needed.
    /// </summary>
    /// <param name="query">One spread hash.</param>
    /// <param name="code">The other.</param>
    /// <param name="shift">
    /// How many lower bits of slot i are left out, as a directory does. Both conditions then ask less, so none is lost.
    /// </param>
    internal readonly int FirstToAccept<THash>(ref readonly THash query, ref readonly THash code, int shift)
        where THash : struct, IHash<THash>
    {
        var slot = 0;
        while (!Accepts(in query, in code, slot, shift))
        {
            slot++;
        }

        return slot;
    }

    /// <summary>The first slot whose three conditions a pair of hashes within the radius meets.</summary>
    internal readonly int FirstToAcceptChain<THash>(ref readonly THash query, ref readonly THash code)
        where THash : struct, IHash<THash>
    {
        var slot = 0;
        while (!Accepts(in query, in code, slot, shift: 0) || !AcceptsThird(in query, in code, slot))
        {
            slot++;
        }

        return slot;
    }

    readonly bool Accepts<THash>(ref readonly THash query, ref readonly THash code, int slot, int shift)
        where THash : struct, IHash<THash>
    {
        var differing = Differing(in query, in code, slot, shift);
        return differing <= _radii[slot] &&
            differing + Differing(in query, in code, Slots.Next<THash>(slot)) <= _ringBounds[slot];
    }

    readonly bool AcceptsThird<THash>(ref readonly THash query, ref readonly THash code, int slot)
        where THash : struct, IHash<THash>
    {
        var next = Slots.Next<THash>(slot);
        return Differing(in query, in code, slot) + Differing(in query, in code, next) +
            Differing(in query, in code, Slots.Next<THash>(next)) <= ChainBound<THash>(slot);
    }

    static int Differing<THash>(ref readonly THash query, ref readonly THash code, int slot, int shift = 0)
        where THash : struct, IHash<THash> =>
        BitOperations.PopCount((uint)(Slots.Value(in query, slot) ^ Slots.Value(in code, slot)) >> shift);

    [InlineArray(Capacity)]
    struct PerSlot
    {
        internal const int Capacity = 16;

        int _first;
    }
}
