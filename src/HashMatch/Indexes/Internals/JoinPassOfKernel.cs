using System.Numerics;
using System.Runtime.CompilerServices;
using HashMatch.Hashes;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Indexes.Internals;

/// <summary>The pass with one kernel: every posting of the chunk against its own bucket and against each near bucket above it.</summary>
sealed class JoinPass<THash, TKernel> : JoinPass<THash>
    where THash : struct, IHash<THash>
    where TKernel : struct, ISlotKernel
{
    internal override string Name => TKernel.Name;

    [SkipLocalsInit]
    internal override void Compare(JoinTable<THash> table, in SlotRadii radii, int radius, PairBuffer pairs)
    {
        var backlog = new JoinBacklog<THash>(
            table, in radii, radius, pairs, stackalloc JoinBacklog<THash>.Candidate[JoinBacklog<THash>.Capacity]);
        var offsets = table.Offsets.Span;
        var begin = pairs.Chunk * JoinTable<THash>.ChunkLength;
        var end = Math.Min(begin + JoinTable<THash>.ChunkLength, table.Count);
        var masks = SlotMasks.OfSlot.ByWeight.AsSpan(1, SlotMasks.OfSlot.BallSize(radii.Radius(table.Slot)) - 1);
        var ringBound = radii.RingBound(table.Slot);
        for (var value = BucketOf(begin, offsets); begin < end; value++)
        {
            var bucketEnd = offsets[value + 1];
            var last = Math.Min(bucketEnd, end);
            if (begin == last)
            {
                continue;
            }

            for (var posting = begin; posting < last; posting++)
            {
                Weigh(table, posting, posting + 1, bucketEnd, ringBound, ref backlog);
            }

            foreach (var mask in masks)
            {
                // Two buckets meet once: when the lower one comes along.
                var other = value ^ mask;
                if (other < value || offsets[other] == offsets[other + 1])
                {
                    continue;
                }

                var bound = ringBound - BitOperations.PopCount(mask);
                for (var posting = begin; posting < last; posting++)
                {
                    Weigh(table, posting, offsets[other], offsets[other + 1], bound, ref backlog);
                }
            }

            begin = last;
        }

        backlog.Compare();
        GC.KeepAlive(table);
    }

    /// <summary>The last value whose bucket begins at or before a posting: the one that holds it.</summary>
    static int BucketOf(int posting, ReadOnlySpan<int> offsets)
    {
        var low = 0;
        var high = Slots.Values;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = offsets[middle] <= posting ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>One posting against a run of others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Weigh(JoinTable<THash> table, int posting, int start, int end, int bound, ref JoinBacklog<THash> backlog)
    {
        ref var ring = ref table.Ring.First;
        var value = Unsafe.Add(ref ring, posting);
        for (; start < end; start += ISlotKernel.Width)
        {
            var within = TKernel.Within(ref Unsafe.Add(ref ring, start), value, bound) &
                (uint)((1UL << Math.Min(end - start, ISlotKernel.Width)) - 1);
            for (; within != 0; within &= within - 1)
            {
                backlog.Add(posting, start + BitOperations.TrailingZeroCount(within), bound);
            }
        }
    }
}
