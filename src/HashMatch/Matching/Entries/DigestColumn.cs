using HashMatch.Buffers;
using HashMatch.Hashes;
using HashMatch.Storage;

namespace HashMatch.Matching.Entries;

/// <summary>The digests of each entry, and which entries have a digest.</summary>
/// <remarks>One thread adds; then any number may look up.</remarks>
sealed class DigestColumn
{
    /// <summary>So many of the newest rows are compared one by one before all are ordered again.</summary>
    internal const int MostUnordered = 256;

    readonly EndColumn _ends;
    readonly GrowingArray<Hash256> _values;
    readonly GrowingArray<byte> _kinds;
    readonly HashSet<DigestKind> _kindsThere = [];
    readonly Lock _gate = new();
    NativeArray<int> _order;

    internal DigestColumn()
        : this(new EndColumn(new GrowingArray<int>(0)), new GrowingArray<Hash256>(0), new GrowingArray<byte>(0), new NativeArray<int>(0))
    {
    }

    DigestColumn(EndColumn ends, GrowingArray<Hash256> values, GrowingArray<byte> kinds, NativeArray<int> order)
    {
        _ends = ends;
        _values = values;
        _kinds = kinds;
        _order = order;
        foreach (var kind in Enum.GetValues<DigestKind>())
        {
            if (kinds.Span.Contains((byte)kind))
            {
                _kindsThere.Add(kind);
            }
        }

        GC.KeepAlive(kinds);
    }

    /// <summary>The kinds that occur.</summary>
    internal IReadOnlySet<DigestKind> Kinds => _kindsThere;

    internal long AllocatedBytes => _ends.Ends.Bytes + _values.Bytes + _kinds.Bytes + Volatile.Read(ref _order).Bytes;

    internal static DigestColumn Read(SnapshotFile file) => new(
        new EndColumn(new GrowingArray<int>(file.Items<int>(SnapshotSections.EntryDigestEnds))),
        new GrowingArray<Hash256>(file.Items<Hash256>(SnapshotSections.DigestValues)),
        new GrowingArray<byte>(file.Items<byte>(SnapshotSections.DigestKinds)),
        file.Items<int>(SnapshotSections.DigestOrder));

    internal void Write(SnapshotWriter writer)
    {
        writer.Write(SnapshotSections.EntryDigestEnds, _ends.Ends);
        writer.Write(SnapshotSections.DigestValues, _values);
        writer.Write(SnapshotSections.DigestKinds, _kinds);
        writer.Write(SnapshotSections.DigestOrder, Ordered(mostUnordered: 0));
    }

    /// <summary>Whether what was read holds the digests of that many entries.</summary>
    internal bool IsConsistent(int entries)
    {
        var fits = _ends.Count == entries && _ends.Cover(_values.Length) && _kinds.Length == _values.Length &&
            !_kinds.Span.ContainsAnyExceptInRange((byte)0, (byte)DigestKind.XxHash128) &&
            _order.Length == _values.Length && !_order.Span.ContainsAnyExceptInRange(0, _values.Length - 1);
        GC.KeepAlive(this);
        return fits;
    }

    internal void Add(IReadOnlyList<ContentDigest> digests)
    {
        foreach (var digest in digests)
        {
            _values.Add(digest.Padded);
            _kinds.Add((byte)digest.Kind);
            _kindsThere.Add(digest.Kind);
        }

        _ends.Add(_values.Length);
    }

    internal ContentDigest[] Of(int entry)
    {
        var (start, end) = _ends[entry];
        var digests = new ContentDigest[end - start];
        for (var i = 0; i < digests.Length; i++)
        {
            digests[i] = new ContentDigest((DigestKind)_kinds[start + i], _values[start + i]);
        }

        return digests;
    }

    /// <summary>The entries with that digest, in ascending order; one that has it twice is there twice.</summary>
    internal void Find(ContentDigest digest, List<int> entries)
    {
        entries.Clear();
        if (!_kindsThere.Contains(digest.Kind))
        {
            return;
        }

        var order = Ordered(MostUnordered);
        var rows = order.Span;
        ReadOnlySpan<Hash256> values = _values.Span;
        ReadOnlySpan<byte> kinds = _kinds.Span;
        for (var place = DigestOrder.Find(rows, values, kinds, digest); place < rows.Length && IsAt(rows[place], values, kinds, digest); place++)
        {
            entries.Add(_ends.RunOf(rows[place]));
        }

        for (var row = rows.Length; row < values.Length; row++)
        {
            if (IsAt(row, values, kinds, digest))
            {
                entries.Add(_ends.RunOf(row));
            }
        }

        GC.KeepAlive(order);
        GC.KeepAlive(this);
    }

    static bool IsAt(int row, ReadOnlySpan<Hash256> values, ReadOnlySpan<byte> kinds, ContentDigest digest) =>
        kinds[row] == (byte)digest.Kind && values[row] == digest.Padded;

    /// <summary>The order of all rows but so many of the newest; of all of them if there are more.</summary>
    NativeArray<int> Ordered(int mostUnordered)
    {
        var order = Volatile.Read(ref _order);
        if (_values.Length - order.Length <= mostUnordered)
        {
            return order;
        }

        lock (_gate)
        {
            if (_values.Length - _order.Length > mostUnordered)
            {
                Volatile.Write(ref _order, DigestOrder.Of(_values.Span, _kinds.Span));
                GC.KeepAlive(this);
            }

            return _order;
        }
    }
}
