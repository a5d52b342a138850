using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Storage;

/// <summary>An index as sections of a snapshot.</summary>
static class IndexSections<THash>
    where THash : struct, IHash<THash>
{
    /// <summary>All rows an index holds now, with slot tables; the tables there are where nothing has changed.</summary>
    /// <exception cref="OverflowException">There are more hashes than slot tables hold.</exception>
    internal static SlotTables<THash> TablesOf(HashIndex<THash> index)
    {
        var frozen = index.Freeze();
        (IndexPart<THash> Part, int Rows)[] filled = [.. frozen.Parts.Where(part => part.Rows > 0)];
        return filled is [(IndexSegment<THash> { IsUnchanged: true } only, _)]
            ? only.Index.Tables
            : IndexSegment<THash>.Of(LiveRows<THash>.Of(filled, frozen.Removals), Environment.ProcessorCount).Index.Tables;
    }

    /// <summary>How many sections <see cref="Write"/> makes of them.</summary>
    internal static int CountOf(SlotTables<THash> tables) => HasSlots(tables) ? 5 : 2;

    internal static void Write(SnapshotWriter writer, SlotTables<THash> tables)
    {
        writer.Write(SnapshotSections.Codes, tables.Words);
        writer.Write(SnapshotSections.Ids, tables.Ids);
        if (HasSlots(tables))
        {
            writer.Write(SnapshotSections.SlotOffsets, tables.Offsets);
            writer.Write(SnapshotSections.SlotPostings, tables.Postings);
            writer.Write(SnapshotSections.SlotRing, tables.Ring);
        }
    }

    /// <summary>The tables in a file; null where they do not fit together, so that no search leaves them.</summary>
    internal static SlotTables<THash>? Read(SnapshotFile file)
    {
        SlotTables<THash> tables = new(
            file.Items<ulong>(SnapshotSections.Codes),
            file.Items<int>(SnapshotSections.Ids),
            file.Items<int>(SnapshotSections.SlotOffsets),
            file.Items<int>(SnapshotSections.SlotPostings),
            file.Items<ushort>(SnapshotSections.SlotRing));
        return tables.Count == file.Header.HashCount && tables.HasRows && (tables.Offsets.Length == 0 || tables.IsConsistent)
            ? tables
            : null;
    }

    /// <summary>The index of tables read: as they are, or of their rows where there are no slots in the file.</summary>
    internal static HashIndex<THash> IndexOf(SlotTables<THash> tables)
    {
        // A file can bring slot tables of no row, and a segment without a row has no range of ids.
        if (tables.Offsets.Length > 0 && tables.Count > 0)
        {
            return new HashIndex<THash>(new IndexSegment<THash>(new MultiIndexHash<THash>(tables)));
        }

        var codes = new THash[tables.Count];
        Slots.SpreadAll<THash>(Slots.View<THash>(tables.Words), codes);
        HashIndex<THash> index = new(IndexTail<THash>.Of(codes, tables.Ids.Span));
        GC.KeepAlive(tables);
        return index;
    }

    static bool HasSlots(SlotTables<THash> tables) => tables.Count >= SearchStrategy.LeastRowsForSlots(THash.BitCount);
}
