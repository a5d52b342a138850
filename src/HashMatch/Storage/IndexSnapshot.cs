using System.Diagnostics.CodeAnalysis;
using HashMatch.Hashes;
using HashMatch.Indexes;

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
        var tables = IndexSections<THash>.TablesOf(index);
        var kept = IndexNames.Of(names ?? []);
        using SnapshotWriter writer = new(path, IndexSections<THash>.CountOf(tables) + 2);
        IndexSections<THash>.Write(writer, tables);
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

        IndexNames names = new(file.Items<long>(SnapshotSections.NameEnds), file.Items<byte>(SnapshotSections.NameText));
        return IndexSections<THash>.Read(file) is { } tables && names.IsConsistent
            ? new IndexSnapshot<THash>(IndexSections<THash>.IndexOf(tables), file.Header.Profile, names)
            : throw SnapshotHeader.Inconsistent(path);
    }
}
