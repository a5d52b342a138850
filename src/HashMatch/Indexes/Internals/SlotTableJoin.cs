using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Joins slot tables by laying their buckets side by side: a fraction of the cost of sorting all rows again.</summary>
static class SlotTableJoin
{
    /// <summary>Tables of all rows, those of the first part first: what building them from all rows would give.</summary>
    public static SlotTables<THash> Join<THash>(IReadOnlyList<SlotTables<THash>> parts)
        where THash : struct, IHash<THash>
    {
        var slots = Slots.Count<THash>();
        var count = checked(parts.Sum(part => part.Count));
        SlotTables<THash> joined = new(
            new NativeArray<ulong>(checked(count * (THash.BitCount / 64))),
            new NativeArray<int>(count),
            new NativeArray<int>(slots * SlotTables<THash>.OffsetsPerSlot),
            new NativeArray<int>(checked(count * slots)),
            new NativeArray<ushort>(checked((count * slots) + SlotTables<THash>.RingPadding)));
        var row = 0;
        foreach (var part in parts)
        {
            part.Words.Span.CopyTo(joined.Words.Span[(row * (THash.BitCount / 64))..]);
            part.Ids.Span.CopyTo(joined.Ids.Span[row..]);
            row += part.Count;
        }

        for (var slot = 0; slot < slots; slot++)
        {
            JoinSlot(slot, parts, joined);
        }

        foreach (var part in parts)
        {
            GC.KeepAlive(part);
        }

        GC.KeepAlive(joined);
        return joined;
    }

    static void JoinSlot<THash>(int slot, IReadOnlyList<SlotTables<THash>> parts, SlotTables<THash> joined)
        where THash : struct, IHash<THash>
    {
        var offsets = OffsetsOf(joined, slot);
        var firstRow = 0;
        foreach (var part in parts)
        {
            var partOffsets = OffsetsOf(part, slot);
            for (var value = 0; value < offsets.Length; value++)
            {
                offsets[value] += partOffsets[value];
            }
        }

        // Where the next posting of each value goes: its bucket's beginning, and for later parts behind the earlier ones'.
        var next = offsets[..^1].ToArray();
        foreach (var part in parts)
        {
            var partOffsets = OffsetsOf(part, slot);
            var from = part.Postings.Span.Slice(slot * part.Count, part.Count);
            var fromRing = part.Ring.Span.Slice(slot * part.Count, part.Count);
            var to = joined.Postings.Span.Slice(slot * joined.Count, joined.Count);
            var toRing = joined.Ring.Span.Slice(slot * joined.Count, joined.Count);
            for (var value = 0; value < next.Length; value++)
            {
                var place = next[value];
                for (var posting = partOffsets[value]; posting < partOffsets[value + 1]; posting++, place++)
                {
                    to[place] = from[posting] + firstRow;
                    toRing[place] = fromRing[posting];
                }

                next[value] = place;
            }

            firstRow += part.Count;
        }
    }

    static Span<int> OffsetsOf<THash>(SlotTables<THash> tables, int slot)
        where THash : struct, IHash<THash> =>
        tables.Offsets.Span.Slice(slot * SlotTables<THash>.OffsetsPerSlot, SlotTables<THash>.OffsetsPerSlot);
}
