using System.Runtime.CompilerServices;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Joins slot tables by laying their buckets side by side: a fraction of the cost of sorting all rows again.</summary>
static class SlotTableJoin
{
    /// <summary>Tables of all rows, those of the first part first: what building them from all rows gives.</summary>
    public static SlotTables<THash> Join<THash>(IReadOnlyList<SlotTables<THash>> parts)
        where THash : struct, IHash<THash>
    {
        var slots = Slots.Count<THash>();
        var count = checked(parts.Sum(part => part.Count));
        var joined = SlotTables<THash>.Allocate(count, SlotMasks.OfBits(SlotTableBuilder.DirectoryBits(count)));
        var row = 0;
        foreach (var part in parts)
        {
            part.Words.Span.CopyTo(joined.Words.Span[(row * (THash.BitCount / 64))..]);
            part.Ids.Span.CopyTo(joined.Ids.Span[row..]);
            row += part.Count;
        }

        for (var slot = 0; slot < slots; slot++)
        {
            CountBuckets(slot, parts, joined);
            // Where the next posting of each bucket goes.
            var next = OffsetsOf(joined, slot)[..^1].ToArray();
            var firstRow = 0;
            foreach (var part in parts)
            {
                Place(slot, part, firstRow, joined, next);
                firstRow += part.Count;
            }
        }

        foreach (var part in parts)
        {
            GC.KeepAlive(part);
        }

        GC.KeepAlive(joined);
        return joined;
    }

    // Compiled in full at once: left to the tiers, the first joins of a process take ten times as long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void CountBuckets<THash>(int slot, IReadOnlyList<SlotTables<THash>> parts, SlotTables<THash> joined)
        where THash : struct, IHash<THash>
    {
        var offsets = OffsetsOf(joined, slot);
        foreach (var part in parts)
        {
            if (part.Masks.Offsets == joined.Masks.Offsets)
            {
                var partOffsets = OffsetsOf(part, slot);
                for (var bucket = 1; bucket < offsets.Length; bucket++)
                {
                    offsets[bucket] += partOffsets[bucket] - partOffsets[bucket - 1];
                }
            }
            else
            {
                foreach (ref readonly var code in Slots.View<THash>(part.Words))
                {
                    offsets[(Slots.Value(in code, slot) >> joined.Masks.Shift) + 1]++;
                }
            }
        }

        for (var bucket = 1; bucket < offsets.Length; bucket++)
        {
            offsets[bucket] += offsets[bucket - 1];
        }
    }

    /// <summary>Places the postings of one part: by whole buckets, or by row where its directory is another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Place<THash>(int slot, SlotTables<THash> part, int firstRow, SlotTables<THash> joined, int[] next)
        where THash : struct, IHash<THash>
    {
        var to = joined.Postings.Span.Slice(slot * joined.Count, joined.Count);
        var toRing = joined.Ring.Span.Slice(slot * joined.Count, joined.Count);
        if (part.Masks.Offsets != joined.Masks.Offsets)
        {
            var codes = Slots.View<THash>(part.Words);
            for (var row = 0; row < codes.Length; row++)
            {
                var place = next[Slots.Value(in codes[row], slot) >> joined.Masks.Shift]++;
                to[place] = firstRow + row;
                toRing[place] = Slots.Value(in codes[row], Slots.Next<THash>(slot));
            }

            return;
        }

        var partOffsets = OffsetsOf(part, slot);
        var from = part.Postings.Span.Slice(slot * part.Count, part.Count);
        var fromRing = part.Ring.Span.Slice(slot * part.Count, part.Count);
        for (var bucket = 0; bucket < next.Length; bucket++)
        {
            var place = next[bucket];
            for (var posting = partOffsets[bucket]; posting < partOffsets[bucket + 1]; posting++, place++)
            {
                to[place] = from[posting] + firstRow;
                toRing[place] = fromRing[posting];
            }

            next[bucket] = place;
        }
    }

    static Span<int> OffsetsOf<THash>(SlotTables<THash> tables, int slot)
        where THash : struct, IHash<THash> => tables.Offsets.Span.Slice(slot * tables.Masks.Offsets, tables.Masks.Offsets);
}
