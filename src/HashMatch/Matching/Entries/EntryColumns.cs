using System.Collections;
using HashMatch.Buffers;
using HashMatch.Hashes;
using HashMatch.Storage;

namespace HashMatch.Matching.Entries;

/// <summary>The entries of a list, column by column outside the collector's heap or in a mapped file; each becomes an object only where it is asked for.</summary>
/// <remarks>One thread adds; then any number may read.</remarks>
sealed class EntryColumns : IReadOnlyList<KnownEntry>
{
    readonly TextColumn _ids;
    readonly EndColumn _hashEnds;
    readonly GrowingArray<Hash256> _hashes;
    readonly LabelColumn _labels;

    internal EntryColumns()
        : this(TextColumn.Empty, new EndColumn(new GrowingArray<int>(0)), new GrowingArray<Hash256>(0), new DigestColumn(), new LabelColumn())
    {
    }

    EntryColumns(TextColumn ids, EndColumn hashEnds, GrowingArray<Hash256> hashes, DigestColumn digests, LabelColumn labels)
    {
        _ids = ids;
        _hashEnds = hashEnds;
        _hashes = hashes;
        Digests = digests;
        _labels = labels;
    }

    /// <summary>How many sections <see cref="Write"/> makes of them.</summary>
    internal const int SectionCount = 12;

    public int Count => _ids.Count;

    /// <summary>How many entries have a PDQ hash.</summary>
    internal int HashCount => _hashes.Length;

    internal DigestColumn Digests { get; }

    internal long AllocatedBytes =>
        _ids.AllocatedBytes + _hashEnds.Ends.Bytes + _hashes.Bytes + Digests.AllocatedBytes + _labels.AllocatedBytes;

    /// <summary>The entries in a file; null where the columns do not fit together.</summary>
    internal static EntryColumns? Read(SnapshotFile file)
    {
        EntryColumns entries = new(
            TextColumn.Read(file, SnapshotSections.EntryIdEnds, SnapshotSections.EntryIdText),
            new EndColumn(new GrowingArray<int>(file.Items<int>(SnapshotSections.EntryHashEnds))),
            new GrowingArray<Hash256>(file.Items<Hash256>(SnapshotSections.EntryHashes)),
            DigestColumn.Read(file),
            LabelColumn.Read(file));
        return entries._ids.IsConsistent && entries._hashEnds.Count == entries.Count && entries._hashEnds.Cover(entries.HashCount) &&
            entries.Digests.IsConsistent(entries.Count) && entries._labels.IsConsistent(entries.Count)
            ? entries
            : null;
    }

    internal void Write(SnapshotWriter writer)
    {
        _ids.Write(writer, SnapshotSections.EntryIdEnds, SnapshotSections.EntryIdText);
        writer.Write(SnapshotSections.EntryHashEnds, _hashEnds.Ends);
        writer.Write(SnapshotSections.EntryHashes, _hashes);
        Digests.Write(writer);
        _labels.Write(writer);
    }

    internal void Add(KnownEntry entry)
    {
        _ids.Add(entry.Id);
        if (entry.Pdq is { } pdq)
        {
            _hashes.Add(pdq);
        }

        _hashEnds.Add(_hashes.Length);
        Digests.Add(entry.Digests);
        _labels.Add(entry.Labels);
    }

    public KnownEntry this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var (start, end) = _hashEnds[index];
            return new KnownEntry(IdOf(index), end > start ? _hashes[start] : null, Digests.Of(index), LabelsOf(index));
        }
    }

    internal string IdOf(int index) => _ids[index];

    internal string[] LabelsOf(int index) => _labels.Of(index);

    public IEnumerator<KnownEntry> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
