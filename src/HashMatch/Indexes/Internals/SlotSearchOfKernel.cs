using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using HashMatch.Buffers;
using HashMatch.Hashes;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Indexes.Internals;

/// <summary>The search with one kernel: locate buckets, weigh their candidates on two slots, compare what is left.</summary>
/// <remarks>
/// Every step is a random access into tables far larger than the caches, so each asks for the lines of the next one
/// before it works on its own: while one chunk of buckets is weighed the next is on its way. Slots are the outer loop:
/// a batch of queries then works in one table at a time, which the caches hold.
/// </remarks>
sealed class SlotSearch<THash, TKernel> : SlotSearch<THash>
    where THash : struct, IHash<THash>
    where TKernel : struct, ISlotKernel
{
    /// <summary>Buckets located in one go: all 17 of slot radius 1, and few enough for the stack.</summary>
    const int ChunkLength = 32;

    internal override string Name => TKernel.Name;

    [SkipLocalsInit]
    internal override bool TryCollect(
        SlotTables<THash> tables, ReadOnlySpan<THash> queries, int radius, long effort, SlotHits hits)
    {
        var radii = new SlotRadii(radius, Slots.Count<THash>());
        var backlog = new SlotBacklog<THash>(
            tables, queries, radius, hits, stackalloc SlotBacklog<THash>.Candidate[SlotBacklog<THash>.Capacity]);
        Span<Bucket> current = stackalloc Bucket[ChunkLength];
        Span<Bucket> ahead = stackalloc Bucket[ChunkLength];
        Chunk waiting = default;
        var limit = queries.Length * effort;
        for (var slot = 0; slot < Slots.Count<THash>(); slot++)
        {
            var probes = tables.Masks.BallSize(radii.Radius(slot));
            for (var from = 0; from < probes; from += ChunkLength)
            {
                for (var query = 0; query < queries.Length; query++)
                {
                    var chunk = new Chunk(query, slot, from, Math.Min(ChunkLength, probes - from));
                    Locate(tables, in queries[query], chunk, ahead);
                    Weigh(tables, in queries[waiting.Query], waiting, current, in radii, ref backlog);
                    var located = ahead;
                    ahead = current;
                    current = located;
                    waiting = chunk;
                }

                if (backlog.Effort > limit)
                {
                    GC.KeepAlive(tables);
                    return false;
                }
            }
        }

        if (!queries.IsEmpty)
        {
            Weigh(tables, in queries[waiting.Query], waiting, current, in radii, ref backlog);
        }

        backlog.Compare(in radii);
        GC.KeepAlive(tables);
        return true;
    }

    /// <summary>Reads where the chunk's buckets lie and asks for their ring values.</summary>
    static void Locate(SlotTables<THash> tables, ref readonly THash query, Chunk chunk, Span<Bucket> buckets)
    {
        ref var offsets = ref Unsafe.Add(ref tables.Offsets.First, (nint)chunk.Slot * tables.Masks.Offsets);
        ref var ring = ref Unsafe.Add(ref tables.Ring.First, (nint)chunk.Slot * tables.Count);
        var place = Slots.Value(in query, chunk.Slot) >> tables.Masks.Shift;
        var masks = tables.Masks.ByWeight.AsSpan(chunk.From, chunk.Length);
        for (var i = 0; i < masks.Length; i++)
        {
            ref var offset = ref Unsafe.Add(ref offsets, place ^ masks[i]);
            var bucket = new Bucket(offset, Unsafe.Add(ref offset, 1));
            buckets[i] = bucket;
            CacheLine.Prefetch(ref Unsafe.Add(ref ring, bucket.Start));

            // Every read of 32 values touches two lines, be the bucket ever so short.
            for (var at = bucket.Start + ISlotKernel.Width; at < bucket.End + ISlotKernel.Width - 1; at += ISlotKernel.Width)
            {
                CacheLine.Prefetch(ref Unsafe.Add(ref ring, at));
            }
        }
    }

    /// <summary>Sends the candidates on that pass both conditions of the slot.</summary>
    static void Weigh(
        SlotTables<THash> tables, ref readonly THash query, Chunk chunk, Span<Bucket> buckets, in SlotRadii radii, ref SlotBacklog<THash> backlog)
    {
        ref var ring = ref Unsafe.Add(ref tables.Ring.First, (nint)chunk.Slot * tables.Count);
        var next = Slots.Value(in query, Slots.Next<THash>(chunk.Slot));
        var ringBound = radii.RingBound(chunk.Slot);
        var masks = tables.Masks.ByWeight.AsSpan(chunk.From, chunk.Length);
        for (var i = 0; i < masks.Length; i++)
        {
            var bound = ringBound - BitOperations.PopCount(masks[i]);
            Debug.Assert(bound >= 0);
            var start = buckets[i].Start;
            var left = buckets[i].End - start;
            backlog.Effort += left;
            do
            {
                // Lanes beyond the bucket belong to its neighbours; an empty bucket is weighed too, which costs less
                // than a branch that is hard to foresee.
                var within = TKernel.Within(ref Unsafe.Add(ref ring, start), next, bound) &
                    (uint)((1UL << Math.Min(left, ISlotKernel.Width)) - 1);
                for (; within != 0; within &= within - 1)
                {
                    backlog.Add(chunk.Query, chunk.Slot, start + BitOperations.TrailingZeroCount(within), in radii);
                }

                start += ISlotKernel.Width;
                left -= ISlotKernel.Width;
            }
            while (left > 0);
        }
    }

    readonly record struct Bucket(int Start, int End);

    readonly record struct Chunk(int Query, int Slot, int From, int Length);
}
