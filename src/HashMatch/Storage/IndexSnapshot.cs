using System.Diagnostics.CodeAnalysis;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Storage;

/// <summary>An index in a file: written whole, opened by mapping it, so that a search begins at once.</summary>
/// <typeparam name="THash">The width stored.</typeparam>
/// <remarks>
/// <para>
/// The file holds what a search needs as it lies in memory, little-endian: a checked header, then sections with an XXH3
/// each. The same hashes, ids and names always make the same bytes. A file is not portable to big-endian machines.
/// </para>
/// <para>
/// An opened index can be added to and removed from; the file is never changed, and stays mapped for as long as the
/// index is referenced. Replace it by <see cref="Save"/> (the open one keeps the old content), never write into it.
/// </para>
/// </remarks>
public sealed class IndexSnapshot<THash>
    where THash : struct, IHash<THash>
{
    readonly IndexNames _names;

    IndexSnapshot(HashIndex<THash> index, string profile, IndexNames names)
    {
        Index = index;
        Profile = profile;
        _names = names;
    }

    /// <summary>The index, ready to be searched.</summary>
    public HashIndex<THash> Index { get; }

    /// <summary>The profile of its hashes, as given when it was saved.</summary>
    public string Profile { get; }

    /// <summary>The name stored for an id, or null.</summary>
    public string? NameOf(int id) => _names.Find(id);

    /// <summary>Writes all hashes an index holds now. Searches and writers go on meanwhile; what they do later is not in the file.</summary>
    /// <param name="index">The index.</param>
    /// <param name="path">The file; an older one is replaced once the new one is whole and on the disk.</param>
    /// <param name="profile">The profile of the hashes, such as <c>pdq-1</c>; at most 64 bytes of UTF-8.</param>
    /// <param name="names">Names by id, from 0 on, to be found by <see cref="NameOf"/>; none if null.</param>
    /// <exception cref="IOException">The file could not be written; an older one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="ArgumentException">The profile's name is too long or holds a NUL.</exception>
    /// <exception cref="OverflowException">The names take more than 2 GB, or there are more hashes than slot tables hold.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "The width is the caller's choice and belongs in sight.")]
    public static void Save(HashIndex<THash> index, string path, string profile, IReadOnlyList<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(profile);
        SnapshotHeader.RefuseProfile(profile);
        var tables = TablesOf(index.Freeze());
        var kept = IndexNames.Of(names ?? []);
        var withSlots = tables.Count >= SearchStrategy.LeastRowsForSlots(THash.BitCount);
        using SnapshotWriter writer = new(path, sectionCount: withSlots ? 7 : 4);
        writer.Write(SnapshotSections.Codes, tables.Words);
        writer.Write(SnapshotSections.Ids, tables.Ids);
        if (withSlots)
        {
            writer.Write(SnapshotSections.SlotOffsets, tables.Offsets);
            writer.Write(SnapshotSections.SlotPostings, tables.Postings);
            writer.Write(SnapshotSections.SlotRing, tables.Ring);
        }

        writer.Write(SnapshotSections.NameEnds, kept.Ends);
        writer.Write(SnapshotSections.NameText, kept.Text);
        writer.Complete(THash.BitCount, tables.Count, profile);
    }

    /// <summary>Opens a snapshot.</summary>
    /// <param name="path">The file.</param>
    /// <param name="verify">
    /// Whether every section's checksum is compared first, which reads the whole file. Without, header, lengths, offsets
    /// and ids are checked, and a file damaged since it was written may give wrong answers: for files whose integrity is
    /// assured otherwise.
    /// </param>
    /// <exception cref="SnapshotFormatException">The file is foreign, of another version or width, cut or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "The width is the caller's choice and belongs in sight.")]
    public static IndexSnapshot<THash> Open(string path, bool verify = true)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = SnapshotFile.Open(path);
        if (file.Header.BitCount != THash.BitCount)
        {
            throw new SnapshotFormatException($"'{path}' holds hashes of {file.Header.BitCount} bits, and {THash.BitCount} were asked for.");
        }

        if (verify)
        {
            file.Verify();
        }

        SlotTables<THash> tables = new(
            file.Items<ulong>(SnapshotSections.Codes),
            file.Items<int>(SnapshotSections.Ids),
            file.Items<int>(SnapshotSections.SlotOffsets),
            file.Items<int>(SnapshotSections.SlotPostings),
            file.Items<ushort>(SnapshotSections.SlotRing));
        IndexNames names = new(file.Items<long>(SnapshotSections.NameEnds), file.Items<byte>(SnapshotSections.NameText));
        if (tables.Count != file.Header.HashCount || !names.IsConsistent || !tables.HasRows ||
            (tables.Offsets.Length > 0 && !tables.IsConsistent))
        {
            throw SnapshotHeader.Inconsistent(path);
        }

        return new IndexSnapshot<THash>(IndexOf(tables), file.Header.Profile, names);
    }

    /// <summary>The index of tables read: as they are, or of their rows where there are no slots in the file.</summary>
    static HashIndex<THash> IndexOf(SlotTables<THash> tables)
    {
        if (tables.Offsets.Length > 0)
        {
            return new HashIndex<THash>(new IndexSegment<THash>(new MultiIndexHash<THash>(tables)));
        }

        var codes = new THash[tables.Count];
        Slots.SpreadAll<THash>(Slots.View<THash>(tables.Words), codes);
        HashIndex<THash> index = new(IndexTail<THash>.Of(codes, tables.Ids.Span));
        GC.KeepAlive(tables);
        return index;
    }

    /// <summary>The rows frozen, with slot tables; the tables there are where nothing has changed.</summary>
    static SlotTables<THash> TablesOf(FrozenParts<THash> frozen)
    {
        (IndexPart<THash> Part, int Rows)[] filled = [.. frozen.Parts.Where(part => part.Rows > 0)];
        return filled is [(IndexSegment<THash> { IsUnchanged: true } only, _)]
            ? only.Index.Tables
            : IndexSegment<THash>.Of(LiveRows<THash>.Of(filled, frozen.Removals), Environment.ProcessorCount).Index.Tables;
    }
}
