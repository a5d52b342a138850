using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>The rows of a self-join sorted by one slot; the same memory serves slot after slot.</summary>
sealed class JoinTable<THash>(NativeArray<ulong> words, int count)
    where THash : struct, IHash<THash>
{
    /// <summary>Postings a chunk of work takes as one side of its pairs: however crowded a bucket, chunks stay alike.</summary>
    internal const int ChunkLength = 4_096;

    internal int Count { get; } = count;

    internal int Slot { get; private set; }

    internal NativeArray<ulong> Words { get; } = words;

    /// <summary>Where each slot value begins among the postings.</summary>
    internal NativeArray<int> Offsets { get; } = new(SlotMasks.OfSlot.Offsets);

    /// <summary>The rows.</summary>
    internal NativeArray<int> Postings { get; } = new(count);

    /// <summary>The next slot's value of each of them, padded for the kernels.</summary>
    internal NativeArray<ushort> Ring { get; } = new(count + SlotTables<THash>.RingPadding);

    /// <summary>
    /// The value of the slot after that: what passes two slots is weighed on a third before its codes are touched, since
    /// these values lie together and the codes do not.
    /// </summary>
    internal NativeArray<ushort> AfterNext { get; } = new(count);

    internal void SortBy(int slot)
    {
        Slot = slot;
        SlotSort.Sort(
            Slots.View<THash>(Words), slot, Offsets.Span, Postings.Span, Ring.Span[..Count], AfterNext.Span);
        GC.KeepAlive(this);
    }
}
