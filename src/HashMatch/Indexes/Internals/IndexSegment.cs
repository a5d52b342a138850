using System.Runtime.InteropServices;
using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Many hashes in slot tables. Rows are in the order of their ids, so that one to remove is found quickly.</summary>
sealed class IndexSegment<THash> : IndexPart<THash>
    where THash : struct, IHash<THash>
{
    readonly NativeArray<int> _ids;

    /// <param name="tables">Slot tables without ids of their own: a hit names the row.</param>
    /// <param name="ids">The id of each row, ascending.</param>
    public IndexSegment(NativeArray<ulong> tables, NativeArray<int> ids)
    {
        Tables = tables;
        _ids = ids;
    }

    public NativeArray<ulong> Tables { get; }

    public override int RowCount => _ids.Length;

    protected override int Capacity => _ids.Length;

    protected override ReadOnlySpan<int> Ids => _ids.Span;

    /// <summary>A segment of the hashes given.</summary>
    public static IndexSegment<THash> Build(ReadOnlySpan<THash> codes, ReadOnlySpan<int> ids, int threads)
    {
        NativeArray<int> sortedIds = new(ids.Length);
        ids.CopyTo(sortedIds.Span);
        if (IsAscending(ids))
        {
            return new IndexSegment<THash>(Words(codes), sortedIds);
        }

        // Rows of the same id in the order given, so that the same hashes always make the same segment.
        var order = new (int Id, int Row)[ids.Length];
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = (ids[row], row);
        }

        Array.Sort(order);
        var sortedCodes = new THash[codes.Length];
        for (var row = 0; row < order.Length; row++)
        {
            sortedIds.Span[row] = order[row].Id;
            sortedCodes[row] = codes[order[row].Row];
        }

        return new IndexSegment<THash>(Words(sortedCodes), sortedIds);
    }

    /// <summary>A segment of all rows of the parts that are not removed.</summary>
    public static IndexSegment<THash> Join(IReadOnlyCollection<IndexPart<THash>> parts, int threads)
    {
        var rows = parts.Sum(part => part.RowCount);
        var codes = new THash[rows];
        var ids = new int[rows];
        var count = 0;
        foreach (var part in parts)
        {
            count += part.CopyLive(codes.AsSpan(count), ids.AsSpan(count));
        }

        return Build(codes.AsSpan(0, count), ids.AsSpan(0, count), threads);
    }

    protected override void CollectRows(in THash query, int radius, List<SearchHit> hits)
    {
        for (var row = 0; row < RowCount; row++)
        {
            var distance = query.DistanceTo(Code(row));
            if (distance <= radius)
            {
                hits.Add(new SearchHit(row, distance));
            }
        }

        GC.KeepAlive(this);
    }

    protected override int FindRow(int id, int from)
    {
        var ids = _ids.Span[from..];
        // The first of its kind: the position where the id would go before its equals.
        var low = 0;
        var high = ids.Length;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (ids[middle] < id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < ids.Length && ids[low] == id ? from + low : -1;
    }

    protected override THash Code(int row) => MemoryMarshal.Cast<ulong, THash>(Tables.Span)[row];

    static NativeArray<ulong> Words(ReadOnlySpan<THash> codes)
    {
        NativeArray<ulong> words = new(codes.Length * (THash.BitCount / 64));
        MemoryMarshal.Cast<THash, ulong>(codes).CopyTo(words.Span);
        return words;
    }

    static bool IsAscending(ReadOnlySpan<int> ids)
    {
        for (var i = 1; i < ids.Length; i++)
        {
            if (ids[i - 1] > ids[i])
            {
                return false;
            }
        }

        return true;
    }
}
