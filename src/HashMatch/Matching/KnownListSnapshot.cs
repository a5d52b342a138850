using HashMatch.Hashes;
using HashMatch.Matching.Entries;
using HashMatch.Storage;

namespace HashMatch.Matching;

/// <summary>A list in a file, entries and index as they lie in memory: written whole, opened by mapping it.</summary>
/// <remarks>
/// <para>
/// A list of a million entries is ready in milliseconds, and no entry becomes an object before it is matched. It answers
/// as the list did that was saved. The container is that of <see cref="IndexSnapshot{THash}"/>: little-endian, a checked
/// header, an XXH3 each section, the same bytes for the same list. Files are their owner's alone, since they hold hashes.
/// </para>
/// <para>
/// An opened list can be added to; the file is never changed and stays mapped for as long as the list is referenced.
/// Checksums find damage, not forgery: whoever may write the file decides what it says.
/// </para>
/// </remarks>
public sealed class KnownListSnapshot
{
    KnownListSnapshot(KnownList list, byte[] origin)
    {
        List = list;
        Origin = origin;
    }

    /// <summary>The list, ready to be matched against.</summary>
    public KnownList List { get; }

    /// <summary>What the list was made from, in the words of whoever saved it; to tell whether it still stands for that.</summary>
    public ReadOnlyMemory<byte> Origin { get; }

    /// <summary>Writes a list. Nobody may add to it meanwhile; searches go on.</summary>
    /// <param name="list">The list.</param>
    /// <param name="path">The file; an older one is replaced once the new one is whole and on the disk.</param>
    /// <param name="origin">Kept with it and given back as it is.</param>
    /// <exception cref="IOException">The file could not be written; an older one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="ArgumentException">The list's name, version or profile is no valid Unicode.</exception>
    /// <exception cref="OverflowException">There are more hashes than slot tables hold.</exception>
    public static void Save(KnownList list, string path, ReadOnlySpan<byte> origin = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(path);
        var info = ListInfo.Of(list).ToBytes();
        var tables = IndexSections<Hash256>.TablesOf(list.Index);
        using SnapshotWriter writer = new(path, IndexSections<Hash256>.CountOf(tables) + EntryColumns.SectionCount + 2);
        writer.Write<byte>(SnapshotSections.ListInfo, info);
        writer.Write(SnapshotSections.ListOrigin, origin);
        list.Columns.Write(writer);
        IndexSections<Hash256>.Write(writer, tables);
        // The list's own profile may be longer than a header holds, and stands with what it says of itself.
        writer.Complete(Hash256.BitCount, tables.Count, profile: "");
    }

    /// <summary>Opens a list.</summary>
    /// <param name="path">The file.</param>
    /// <param name="verify">
    /// Whether every section's checksum is compared first, which reads the whole file. Without, only the header and what
    /// would lead out of the file are looked at, and a file damaged since it was written may give wrong answers.
    /// </param>
    /// <exception cref="SnapshotFormatException">The file is foreign, of another version, cut or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static KnownListSnapshot Open(string path, bool verify = true)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = SnapshotFile.Open(path);
        if (verify)
        {
            file.Verify();
        }

        var info = ListInfo.Read(file, path);
        if (file.Header.BitCount != Hash256.BitCount || IndexSections<Hash256>.Read(file) is not { } tables ||
            EntryColumns.Read(file) is not { } entries || tables.Count != entries.HashCount ||
            (tables.Count > 0 && (tables.Ids.Span[0] < 0 || tables.Ids.Span[^1] >= entries.Count)))
        {
            throw SnapshotHeader.Inconsistent(path);
        }

        var origin = file.Items<byte>(SnapshotSections.ListOrigin);
        KnownListSnapshot snapshot = new(new KnownList(info, entries, IndexSections<Hash256>.IndexOf(tables)), origin.Span.ToArray());
        GC.KeepAlive(origin);
        GC.KeepAlive(tables);
        return snapshot;
    }
}
