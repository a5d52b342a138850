using System.Runtime.CompilerServices;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>A counting sort of rows by the upper bits of one slot.</summary>
static class SlotSort
{
    /// <summary>Fills the table of one slot; rows of one bucket keep their order.</summary>
    /// <param name="codes">The n codes.</param>
    /// <param name="slot">The slot sorted by.</param>
    /// <param name="offsets">Where each bucket begins, and the end; a power of two and one.</param>
    /// <param name="postings">The n rows.</param>
    /// <param name="ring">The next slot's value of each of those rows.</param>
    /// <param name="afterNext">The value of the slot after that one, or nothing if it is not wanted.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Sort<THash>(
        ReadOnlySpan<THash> codes, int slot, Span<int> offsets, Span<int> postings, Span<ushort> ring, Span<ushort> afterNext = default)
        where THash : struct, IHash<THash>
    {
        var shift = SlotMasks.OfOffsets(offsets.Length).Shift;
        offsets.Clear();
        for (var row = 0; row < codes.Length; row++)
        {
            offsets[(Slots.Value(in codes[row], slot) >> shift) + 1]++;
        }

        for (var bucket = 1; bucket < offsets.Length; bucket++)
        {
            offsets[bucket] += offsets[bucket - 1];
        }

        // Each bucket's offset moves to its end while its rows are placed, which is where the next begins.
        var next = Slots.Next<THash>(slot);
        for (var row = 0; row < codes.Length; row++)
        {
            var place = offsets[Slots.Value(in codes[row], slot) >> shift]++;
            postings[place] = row;
            ring[place] = Slots.Value(in codes[row], next);
            if (!afterNext.IsEmpty)
            {
                afterNext[place] = Slots.Value(in codes[row], Slots.Next<THash>(next));
            }
        }

        offsets[..^1].CopyTo(offsets[1..]);
        offsets[0] = 0;
    }
}
