using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Sorts the rows of a collection by every slot: one counting sort a slot, each independent of the others.</summary>
static class SlotTableBuilder
{
    /// <summary>Builds all sections; the result does not depend on the number of threads.</summary>
    internal static SlotTables<THash> Build<THash>(ReadOnlySpan<THash> codes, ReadOnlySpan<int> ids, int threads)
        where THash : struct, IHash<THash>
    {
        var slots = Slots.Count<THash>();
        var postings = checked(codes.Length * slots);
        SlotTables<THash> tables = new(
            Slots.SpreadAll(codes),
            new NativeArray<int>(codes.Length),
            new NativeArray<int>(slots * SlotTables<THash>.OffsetsPerSlot),
            new NativeArray<int>(postings),
            new NativeArray<ushort>(checked(postings + SlotTables<THash>.RingPadding)));
        ids.CopyTo(tables.Ids.Span);
        Parallel.For(0, slots, new ParallelOptions { MaxDegreeOfParallelism = threads }, slot => SortBy(slot, tables));
        return tables;
    }

    static void SortBy<THash>(int slot, SlotTables<THash> tables)
        where THash : struct, IHash<THash>
    {
        var codes = Slots.View<THash>(tables.Words);
        SlotSort.Sort(
            codes,
            slot,
            tables.Offsets.Span.Slice(slot * SlotTables<THash>.OffsetsPerSlot, SlotTables<THash>.OffsetsPerSlot),
            tables.Postings.Span.Slice(slot * codes.Length, codes.Length),
            tables.Ring.Span.Slice(slot * codes.Length, codes.Length));
        GC.KeepAlive(tables);
    }
}
