using System.Runtime.CompilerServices;
using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>The sections of a multi-index hash as they lie in memory, or in a mapped file.</summary>
/// <typeparam name="THash">The width stored.</typeparam>
/// <param name="Words">The n codes, row by row, spread as <see cref="Slots"/> says.</param>
/// <param name="Ids">The n ids, in the same order.</param>
/// <param name="Offsets">
/// For every slot where among its postings each bucket begins, and their end; as many buckets as <see cref="Masks"/> says.
/// </param>
/// <param name="Postings">For every slot the n rows, by bucket and then by row.</param>
/// <param name="Ring">
/// For every posting the value of the <em>next</em> slot of its row, so that a candidate is weighed on two slots without
/// a look at its code. Ends with <see cref="RingPadding"/> more values, which kernels read and nobody heeds.
/// </param>
sealed record SlotTables<THash>(
    NativeArray<ulong> Words,
    NativeArray<int> Ids,
    NativeArray<int> Offsets,
    NativeArray<int> Postings,
    NativeArray<ushort> Ring)
    where THash : struct, IHash<THash>
{
    internal const int RingPadding = 32;

    /// <summary>Tables to be filled: the offsets and the padding are zero, all else of any value.</summary>
    internal static SlotTables<THash> Allocate(int count, SlotMasks directory)
    {
        var slots = Slots.Count<THash>();
        var postings = checked(count * slots);
        var ring = NativeArray<ushort>.Uninitialized(checked(postings + RingPadding));
        ring.Span[postings..].Clear();
        return new SlotTables<THash>(
            NativeArray<ulong>.Uninitialized(checked(count * (THash.BitCount / 64))),
            NativeArray<int>.Uninitialized(count),
            new NativeArray<int>(slots * directory.Offsets),
            NativeArray<int>.Uninitialized(postings),
            ring);
    }

    /// <summary>The shape of the directory.</summary>
    internal SlotMasks Masks { get; } = SlotMasks.OfOffsets(Offsets.Length / Slots.Count<THash>());

    internal int Count => Ids.Length;

    internal long Bytes => Words.Bytes + Ids.Bytes + Offsets.Bytes + Postings.Bytes + Ring.Bytes;

    /// <summary>Whether codes and ids that were read fit together, ids ascending.</summary>
    internal bool HasRows
    {
        get
        {
            if (Words.Length != (long)Count * (THash.BitCount / 64))
            {
                return false;
            }

            var ids = Ids.Span;
            for (var row = 1; row < ids.Length; row++)
            {
                if (ids[row - 1] > ids[row])
                {
                    return false;
                }
            }

            GC.KeepAlive(Ids);
            return true;
        }
    }

    /// <summary>Whether sections that were read fit together, so that no search leaves them: one look at every offset.</summary>
    internal bool IsConsistent
    {
        get
        {
            var slots = Slots.Count<THash>();
            if (Offsets.Length != slots * Masks.Offsets ||
                Postings.Length != (long)Count * slots || Ring.Length != ((long)Count * slots) + RingPadding)
            {
                return false;
            }

            for (var slot = 0; slot < slots; slot++)
            {
                var offsets = Offsets.Span.Slice(slot * Masks.Offsets, Masks.Offsets);
                for (var i = 1; i < offsets.Length; i++)
                {
                    if (offsets[i - 1] > offsets[i])
                    {
                        return false;
                    }
                }

                if (offsets[0] != 0 || offsets[^1] != Count)
                {
                    return false;
                }
            }

            GC.KeepAlive(this);
            return true;
        }
    }

    /// <summary>The first spread code.</summary>
    internal ref THash First => ref Unsafe.As<ulong, THash>(ref Words.First);
}
