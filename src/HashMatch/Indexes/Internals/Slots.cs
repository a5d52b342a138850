using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>A hash seen as a ring of 16-bit pieces.</summary>
/// <remarks>
/// Pieces are cut from the hash with its bits spread out: of every 64, slots take those whose index leaves 0, 2, 1 and 3
/// by 4. Distances do not change, but bits that follow their neighbours, as in a difference hash, then fall into different
/// slots, and slot values keep spreading over all buckets. On such hashes that is worth a factor of four, on independent
/// bits nothing.
/// </remarks>
static class Slots
{
    internal const int Bits = 16;

    /// <summary>How many values a slot can have.</summary>
    internal const int Values = 1 << Bits;

    internal static int Count<THash>()
        where THash : struct, IHash<THash> => THash.BitCount / Bits;

    /// <summary>The slot after this one in the ring.</summary>
    internal static int Next<THash>(int slot)
        where THash : struct, IHash<THash> => slot + 1 == Count<THash>() ? 0 : slot + 1;

    /// <summary>The hash with its bits in the order slots are cut from; twice gives the hash again.</summary>
    internal static THash Spread<THash>(THash hash)
        where THash : struct, IHash<THash>
    {
        foreach (ref var word in MemoryMarshal.Cast<THash, ulong>(new Span<THash>(ref hash)))
        {
            // Of an index's six bits the lowest changes places with the highest, the second with the fifth.
            word = Exchange(word, 32 - 1, 0x0000_0000_AAAA_AAAA);
            word = Exchange(word, 16 - 2, 0x0000_CCCC_0000_CCCC);
        }

        return hash;
    }

    /// <summary>A copy of the codes outside the collector's heap, all of them spread.</summary>
    internal static NativeArray<ulong> SpreadAll<THash>(ReadOnlySpan<THash> codes)
        where THash : struct, IHash<THash>
    {
        var words = NativeArray<ulong>.Uninitialized(checked(codes.Length * (THash.BitCount / 64)));
        SpreadAll(codes, View<THash>(words));
        GC.KeepAlive(words);
        return words;
    }

    /// <summary>Spreads all codes; twice gives the codes again.</summary>
    internal static void SpreadAll<THash>(ReadOnlySpan<THash> codes, Span<THash> spread)
        where THash : struct, IHash<THash>
    {
        for (var row = 0; row < codes.Length; row++)
        {
            spread[row] = Spread(codes[row]);
        }
    }

    /// <summary>The codes that lie in <paramref name="words"/>.</summary>
    internal static Span<THash> View<THash>(NativeArray<ulong> words)
        where THash : struct, IHash<THash> => MemoryMarshal.Cast<ulong, THash>(words.Span);

    /// <summary>The bits of one slot of a spread hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ushort Value<THash>(ref readonly THash hash, int slot)
        where THash : struct, IHash<THash> => Unsafe.Add(ref Unsafe.As<THash, ushort>(ref Unsafe.AsRef(in hash)), slot);

    static ulong Exchange(ulong word, int distance, ulong right)
    {
        var differing = ((word >> distance) ^ word) & right;
        return word ^ differing ^ (differing << distance);
    }
}
