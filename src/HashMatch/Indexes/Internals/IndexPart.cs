using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Some of a growing index's hashes. Rows are only ever added and marked as removed, never moved or changed.</summary>
/// <remarks>
/// One writer at a time; readers never wait. A reader sees every row that was there when it began, and perhaps rows
/// added or removed meanwhile, each wholly.
/// </remarks>
abstract class IndexPart<THash>
    where THash : struct, IHash<THash>
{
    // One bit a row; null until something is removed, and without the rows added since.
    ulong[]? _removed;
    int _removedCount;

    /// <summary>Rows there are, removed ones among them.</summary>
    public abstract int RowCount { get; }

    /// <summary>The memory of the rows.</summary>
    public abstract long AllocatedBytes { get; }

    /// <summary>Rows that are not removed. For the writer.</summary>
    public int LiveCount => RowCount - _removedCount;

    /// <summary>The id of the first row; 0 without any.</summary>
    public int FirstId
    {
        get
        {
            var ids = Ids;
            var first = ids.IsEmpty ? 0 : ids[0];
            GC.KeepAlive(this);
            return first;
        }
    }

    /// <summary>The id of every row; see <see cref="Buffers.NativeArray{T}"/> on keeping this object alive.</summary>
    protected abstract ReadOnlySpan<int> Ids { get; }

    /// <summary>The marks of removed rows, for a search to look at; null while there are none.</summary>
    protected ulong[]? Removed => Volatile.Read(ref _removed);

    /// <summary>Adds what lies within the radius, in no particular order.</summary>
    public abstract void Collect(in THash query, int radius, List<SearchHit> hits);

    /// <summary>Adds what lies within the radius of each query, in no particular order.</summary>
    public abstract void Collect(ReadOnlySpan<THash> queries, int radius, HitBatch hits);

    /// <summary>The distance of the k-th nearest row, removed ones among them, or the greatest possible one if there are fewer.</summary>
    public abstract int NearestRadius(in THash query, int k, List<SearchHit> scratch);

    /// <summary>Marks every row of that id as removed.</summary>
    /// <returns>How many there were.</returns>
    public int Remove(int id)
    {
        var count = 0;
        for (var row = FindRow(id, 0); row >= 0; row = FindRow(id, row + 1))
        {
            if (!IsSet(_removed, row))
            {
                Mark(row);
                count++;
            }
        }

        _removedCount += count;
        GC.KeepAlive(this);
        return count;
    }

    /// <summary>Copies the codes and ids of rows that are not removed, of the first rows, as many as there is room for.</summary>
    /// <returns>How many were copied: those removed meanwhile may or may not be among them.</returns>
    public int CopyLive(Span<THash> codes, Span<int> ids)
    {
        CopyRows(codes);
        Ids[..ids.Length].CopyTo(ids);
        GC.KeepAlive(this);
        if (Removed is not { } removed)
        {
            return codes.Length;
        }

        var count = 0;
        for (var row = 0; row < codes.Length; row++)
        {
            if (!IsSet(removed, row))
            {
                codes[count] = codes[row];
                ids[count++] = ids[row];
            }
        }

        return count;
    }

    /// <summary>Marks as removed what is removed in another part whose rows begin here at <paramref name="firstRow"/>.</summary>
    protected void CopyMarks(IndexPart<THash> other, int firstRow)
    {
        if (other.Removed is { } marks)
        {
            for (var row = 0; row < other.RowCount; row++)
            {
                if (IsSet(marks, row))
                {
                    Mark(firstRow + row);
                    _removedCount++;
                }
            }
        }
    }

    /// <summary>The first row from <paramref name="from"/> on that has this id, or -1.</summary>
    protected abstract int FindRow(int id, int from);

    /// <summary>Copies the codes of the first rows.</summary>
    protected abstract void CopyRows(Span<THash> codes);

    protected static bool IsSet(ulong[]? marks, int row) =>
        marks is not null && row / 64 < marks.Length && (Volatile.Read(ref marks[row / 64]) >> (row % 64) & 1) != 0;

    void Mark(int row)
    {
        if (_removed is null || row / 64 >= _removed.Length)
        {
            // A search that has the smaller array began before this row was removed.
            var larger = new ulong[(RowCount + 63) / 64];
            _removed?.CopyTo(larger, 0);
            Volatile.Write(ref _removed, larger);
        }

        Volatile.Write(ref _removed[row / 64], _removed[row / 64] | (1UL << (row % 64)));
    }
}
