using System.Runtime.InteropServices;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Many hashes in a multi-index hash. Rows are in the order of their ids, so that one to remove is found quickly.</summary>
/// <param name="index">Its ids ascend; rows of the same id are in the order of their hashes.</param>
sealed class IndexSegment<THash>(MultiIndexHash<THash> index) : IndexPart<THash>
    where THash : struct, IHash<THash>
{
    public MultiIndexHash<THash> Index => index;

    public override int RowCount => index.Count;

    protected override int Capacity => index.Count;

    protected override ReadOnlySpan<int> Ids => index.Tables.Ids.Span;

    /// <summary>A segment of the hashes given; the same for any order of them.</summary>
    public static IndexSegment<THash> Build(ReadOnlySpan<THash> codes, ReadOnlySpan<int> ids, int threads)
    {
        if (IsAscending(ids))
        {
            return new IndexSegment<THash>(MultiIndexHash<THash>.Build(codes, ids, threads));
        }

        var order = new (int Id, THash Code)[ids.Length];
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = (ids[row], codes[row]);
        }

        Array.Sort(order);
        return new IndexSegment<THash>(MultiIndexHash<THash>.Build(
            Array.ConvertAll(order, row => row.Code), Array.ConvertAll(order, row => row.Id), threads));
    }

    /// <summary>A segment of all rows of the parts that are not removed; the part itself where it is one already.</summary>
    public static IndexSegment<THash> Join(IReadOnlyCollection<IndexPart<THash>> parts, int threads)
    {
        if (parts.Count(part => part.RowCount > 0) == 1 && parts.First(part => part.RowCount > 0) is IndexSegment<THash> { Removed: null } only)
        {
            return only;
        }

        // Ids mostly grow with time: parts in their order need no sorting. A tail can grow meanwhile: its rows are counted once.
        (IndexPart<THash> Part, int Rows)[] ordered = [.. parts.OrderBy(part => part.FirstId).Select(part => (part, part.RowCount))];
        var rows = checked(ordered.Sum(part => part.Rows));
        var codes = new THash[rows];
        var ids = new int[rows];
        var count = 0;
        foreach (var (part, partRows) in ordered)
        {
            count += part.CopyLive(codes.AsSpan(count, partRows), ids.AsSpan(count, partRows));
        }

        return Build(codes.AsSpan(0, count), ids.AsSpan(0, count), threads);
    }

    public override void Collect(in THash query, int radius, List<SearchHit> hits)
    {
        var first = hits.Count;
        index.Collect(query, radius, hits);
        if (Removed is { } removed)
        {
            // All rows of an id are removed together, so the first one tells.
            var kept = first;
            foreach (var hit in CollectionsMarshal.AsSpan(hits)[first..])
            {
                if (!IsSet(removed, FindRow(hit.Id, 0)))
                {
                    hits[kept++] = hit;
                }
            }

            CollectionsMarshal.SetCount(hits, kept);
        }

        GC.KeepAlive(this);
    }

    protected override int FindRow(int id, int from)
    {
        // The first of its kind: where the id would stand before its equals.
        var ids = Ids[from..];
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

    protected override THash Code(int row) => MemoryMarshal.Cast<ulong, THash>(index.Tables.Words.Span)[row];

    static bool IsAscending(ReadOnlySpan<int> ids)
    {
        for (var i = 1; i < ids.Length; i++)
        {
            if (ids[i - 1] >= ids[i])
            {
                return false;
            }
        }

        return true;
    }
}
