using System.Runtime.CompilerServices;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>A hash seen as a ring of 16-bit pieces.</summary>
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

    /// <summary>The bits of one slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ushort Value<THash>(ref readonly THash hash, int slot)
        where THash : struct, IHash<THash> => Unsafe.Add(ref Unsafe.As<THash, ushort>(ref Unsafe.AsRef(in hash)), slot);
}
