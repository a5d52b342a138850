using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HashMatch.Hashes;

namespace HashMatch.Distance;

/// <summary>A query and a radius as the plane kernels take them: how to add the planes up, and from where.</summary>
/// <remarks>
/// A plane counts where it differs from the query's bit. As they are stored, planes are read in one stream, and each is
/// compared with its bit. Sorted, the planes whose bit is zero are added as they lie, and those whose bit is one into
/// complemented counters, for the sum of complements is the complement of the sum: hardly any is compared at all.
/// </remarks>
struct PlaneQuery
{
    /// <summary>Planes added between two looks at whether anybody is still within the radius.</summary>
    public const int PlanesPerStep = 16;

    /// <summary>Bits of the largest counter: distances to 256.</summary>
    public const int MaxCounterBits = 9;

    PlaneOffsets _order;
    PlaneMasks _masks;
    CounterBits _start;

    /// <summary>The width: planes in a block.</summary>
    public int PlaneCount { get; private set; }

    /// <summary>The inclusive bound.</summary>
    public int Radius { get; private set; }

    /// <summary>Bits after which a counter has overflowed, at least five: a step of sixteen planes carries to the fifth.</summary>
    public int CounterBits { get; private set; }

    /// <summary>What counters start at: one more than 2^<see cref="CounterBits"/> - 1 - radius differences overflow.</summary>
    public readonly int Start => (1 << CounterBits) - 1 - Radius;

    /// <summary>Whether planes are added as they are stored, by <see cref="Masks"/>, or sorted, by <see cref="Order"/>.</summary>
    public bool IsStored { get; private set; }

    /// <summary>Planes added before a kernel first looks whether anybody is still within the radius.</summary>
    public int FirstLook { get; private set; }

    /// <summary>Planes of the head.</summary>
    public int HeadCount { get; private set; }

    /// <summary>Where, in the order, the head's planes of the bit one begin.</summary>
    public int HeadOnes { get; private set; }

    /// <summary>Where, in the order, the tail's planes of the bit one begin.</summary>
    public int TailOnes { get; private set; }

    /// <summary>Sorted only: the byte offset of each plane in its block's head, then in its tail, in the order to add them.</summary>
    [UnscopedRef]
    public readonly ref readonly ushort Order => ref _order[0];

    /// <summary>As stored only: the query's bits, each as a word of zeros or ones.</summary>
    [UnscopedRef]
    public readonly ref readonly ulong Masks => ref _masks[0];

    /// <summary>All ones for each bit set in <see cref="Start"/>, from the lowest.</summary>
    [UnscopedRef]
    public readonly ref readonly ulong StartMasks => ref _start[0];

    /// <summary>Prepares one pass over all blocks, in the order they are stored.</summary>
    public void SetStored<THash>(THash query, int radius)
        where THash : struct, IHash<THash>
    {
        IsStored = true;
        var words = SetWidth(in query);
        for (var plane = 0; plane < PlaneCount; plane++)
        {
            _masks[plane] = 0UL - ((words[plane >> 6] >> plane) & 1);
        }

        SetRadius(radius);
    }

    /// <summary>Prepares passes over blocks that stay in the first cache, with the planes sorted.</summary>
    public void SetSorted<THash>(THash query, int radius)
        where THash : struct, IHash<THash>
    {
        IsStored = false;
        var words = SetWidth(in query);
        HeadOnes = Append(words, ulong.MaxValue, 0, HeadCount, 0);
        Append(words, 0, 0, HeadCount, HeadOnes);
        TailOnes = Append(words, ulong.MaxValue, HeadCount, PlaneCount, HeadCount);
        Append(words, 0, HeadCount, PlaneCount, TailOnes);
        SetRadius(radius);
    }

    /// <summary>Changes the radius alone, as a search for the nearest does whenever it has found a nearer one.</summary>
    public void SetRadius(int radius)
    {
        Debug.Assert(radius >= 0 && radius <= PlaneCount);
        Radius = radius;
        CounterBits = Math.Max(5, 32 - BitOperations.LeadingZeroCount((uint)radius));
        for (var bit = 0; bit < MaxCounterBits; bit++)
        {
            _start[bit] = 0UL - (((uint)Start >> bit) & 1);
        }

        FirstLook = FirstLookFor(radius);
    }

    /// <summary>The planes after which a block of random codes holds one within the radius once in sixty times.</summary>
    /// <remarks>
    /// Half of the planes differ on average, with a deviation of half their root; looked for four deviations below, a
    /// survivor is rare enough for the processor to foresee that there is none. Looking earlier saves planes and loses
    /// more to wrong guesses. A stream is not left within the head at all: its gaps cost more than its bytes.
    /// </remarks>
    readonly int FirstLookFor(int radius)
    {
        var planes = IsStored ? HeadCount : PlanesPerStep;
        while (planes < PlaneCount && planes - (4 * Math.Sqrt(planes)) < 2 * radius)
        {
            planes += PlanesPerStep;
        }

        return planes;
    }

    [UnscopedRef]
    ReadOnlySpan<ulong> SetWidth<THash>(in THash query)
        where THash : struct, IHash<THash>
    {
        Debug.Assert(THash.BitCount % PlanesPerStep == 0 && THash.BitCount <= PlaneLayout.MaxPlanes);
        PlaneCount = THash.BitCount;
        HeadCount = PlaneLayout.HeadPlanes(PlaneCount);
        return MemoryMarshal.Cast<THash, ulong>(new ReadOnlySpan<THash>(in query));
    }

    /// <summary>Appends the planes from start to end whose bit, flipped or not, is one; returns the end of the order.</summary>
    int Append(ReadOnlySpan<ulong> words, ulong flip, int start, int end, int next)
    {
        for (var word = start >> 6; word << 6 < end; word++)
        {
            var bits = words[word] ^ flip;
            if (word << 6 < start)
            {
                bits &= ulong.MaxValue << (start & 63);
            }

            if (end - (word << 6) < 64)
            {
                bits &= (1UL << (end & 63)) - 1;
            }

            for (; bits != 0; bits &= bits - 1)
            {
                var plane = (word << 6) + BitOperations.TrailingZeroCount(bits) - start;
                _order[next++] = (ushort)(plane * PlaneLayout.BytesPerPlane);
            }
        }

        return next;
    }
}

[InlineArray(PlaneLayout.MaxPlanes)]
struct PlaneOffsets
{
    ushort _first;
}

[InlineArray(PlaneLayout.MaxPlanes)]
struct PlaneMasks
{
    ulong _first;
}

[InlineArray(PlaneQuery.MaxCounterBits)]
struct CounterBits
{
    ulong _first;
}
