using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HashMatch.Hashes;

namespace HashMatch.Distance;

/// <summary>A query and a radius as the plane kernels take them: in which order to add the planes up, and from where.</summary>
/// <remarks>
/// A plane counts where it differs from the query's bit. Planes whose bit is zero count as they lie; those whose bit
/// is one count complemented, and the sum of complements is the complement of the sum. So planes are added sorted by
/// the query's bit, and hardly any has to be compared with the query at all.
/// </remarks>
struct PlaneQuery
{
    /// <summary>Planes added between two looks at whether anybody is still within the radius.</summary>
    public const int PlanesPerStep = 16;

    /// <summary>Bits of the largest counter: distances to 256.</summary>
    public const int MaxCounterBits = 9;

    PlaneOffsets _order;
    CounterBits _start;

    /// <summary>The width: planes in a block.</summary>
    public int PlaneCount { get; private set; }

    /// <summary>The inclusive bound.</summary>
    public int Radius { get; private set; }

    /// <summary>Bits after which a counter has overflowed, at least five: a step of sixteen planes carries to the fifth.</summary>
    public int CounterBits { get; private set; }

    /// <summary>What counters start at: one more than 2^<see cref="CounterBits"/> - 1 - radius differences overflow.</summary>
    public readonly int Start => (1 << CounterBits) - 1 - Radius;

    /// <summary>Planes of the head.</summary>
    public int HeadCount { get; private set; }

    /// <summary>Where, in the order, the head's planes of the bit one begin.</summary>
    public int HeadOnes { get; private set; }

    /// <summary>Where, in the order, the tail's planes of the bit one begin.</summary>
    public int TailOnes { get; private set; }

    /// <summary>The byte offset of each plane in its block's head, then in its tail, in the order to add them.</summary>
    [UnscopedRef]
    public readonly ref readonly ushort Order => ref _order[0];

    /// <summary>All ones for each bit set in <see cref="Start"/>, from the lowest.</summary>
    [UnscopedRef]
    public readonly ref readonly ulong StartMasks => ref _start[0];

    /// <summary>Prepares a search; takes some tenths of a microsecond at 256 bits.</summary>
    public void Set<THash>(THash query, int radius)
        where THash : struct, IHash<THash>
    {
        Debug.Assert(THash.BitCount % PlanesPerStep == 0 && THash.BitCount <= PlaneLayout.MaxPlanes);
        PlaneCount = THash.BitCount;
        HeadCount = PlaneLayout.HeadPlanes(PlaneCount);
        var words = MemoryMarshal.Cast<THash, ulong>(new ReadOnlySpan<THash>(in query));
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

[InlineArray(PlaneQuery.MaxCounterBits)]
struct CounterBits
{
    ulong _first;
}
