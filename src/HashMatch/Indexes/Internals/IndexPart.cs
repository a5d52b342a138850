using System.Runtime.InteropServices;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Some of a growing index's hashes. Rows are only ever added and marked as removed, never moved or changed.</summary>
/// <remarks>
/// One writer at a time; readers never wait. A reader sees every row that was there when it began, and perhaps rows
/// added meanwhile, each wholly; of removals it heeds those it is told, see <see cref="RemovalMarks"/>.
/// </remarks>
abstract class IndexPart<THash>
    where THash : struct, IHash<THash>
{
    /// <summary>Rows there are, removed ones among them.</summary>
    public abstract int RowCount { get; }

    /// <summary>The memory of the rows.</summary>
    public abstract long AllocatedBytes { get; }

    /// <summary>Rows that are not removed: exact for the writer, a little old for others.</summary>
    public int LiveCount => RowCount - Marks.Count;

    /// <summary>Whether so many rows are removed that the part is better written anew.</summary>
    public bool IsWasteful => Marks.Count > SearchStrategy.MostRemoved * RowCount;

    /// <summary>What was removed.</summary>
    protected RemovalMarks Marks { get; } = new();

    /// <summary>Adds what lies within the radius, in no particular order.</summary>
    /// <param name="query">The hash asked for.</param>
    /// <param name="radius">The inclusive bound.</param>
    /// <param name="removals">How many removals to heed.</param>
    /// <param name="hits">Takes the hits.</param>
    public void Collect(in THash query, int radius, ulong removals, List<SearchHit> hits)
    {
        var first = hits.Count;
        Find(query, radius, hits);
        if (AreHits)
        {
            return;
        }

        var found = CollectionsMarshal.AsSpan(hits)[first..];
        var kept = 0;
        foreach (var hit in found)
        {
            if (TryKeep(hit, removals, out var seen))
            {
                found[kept++] = seen;
            }
        }

        CollectionsMarshal.SetCount(hits, first + kept);
    }

    /// <summary>Adds what lies within the radius of each query, in no particular order.</summary>
    /// <param name="queries">The hashes asked for.</param>
    /// <param name="radius">The inclusive bound.</param>
    /// <param name="removals">How many removals to heed.</param>
    /// <param name="hits">Takes the hits.</param>
    public void Collect(ReadOnlySpan<THash> queries, int radius, ulong removals, HitBatch hits)
    {
        var first = hits.FoundCount;
        Find(queries, radius, hits);
        if (AreHits)
        {
            return;
        }

        var found = hits.FoundFrom(first);
        var kept = 0;
        foreach (var (query, hit) in found)
        {
            if (TryKeep(hit, removals, out var seen))
            {
                found[kept++] = (query, seen);
            }
        }

        hits.Truncate(first + kept);
    }

    /// <summary>The distance of the k-th nearest row, removed ones among them, or the greatest possible one if there are fewer.</summary>
    public abstract int NearestRadius(in THash query, int k, List<SearchHit> scratch);

    /// <summary>Marks every row of that id as removed.</summary>
    /// <returns>How many there were.</returns>
    public int Remove(int id, ulong removal)
    {
        var count = 0;
        for (var row = FindRow(id, 0); row >= 0; row = FindRow(id, row + 1))
        {
            count += Marks.Mark(row, removal) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Copies the codes and ids of rows that are not removed, of the first rows, as many as there is room for.</summary>
    /// <returns>How many were copied.</returns>
    public int CopyLive(Span<THash> codes, Span<int> ids, ulong removals)
    {
        CopyRows(codes, ids);
        if (Marks.IsEmpty)
        {
            return codes.Length;
        }

        var count = 0;
        for (var row = 0; row < codes.Length; row++)
        {
            if (!Marks.IsRemoved(row, removals))
            {
                codes[count] = codes[row];
                ids[count++] = ids[row];
            }
        }

        return count;
    }

    /// <summary>Whether what is found are hits as they are, and nobody needs to look at each.</summary>
    protected abstract bool AreHits { get; }

    /// <summary>Adds the rows within the radius, removed ones among them.</summary>
    protected abstract void Find(in THash query, int radius, List<SearchHit> found);

    /// <summary>Adds the rows within the radius of each query, removed ones among them.</summary>
    protected abstract void Find(ReadOnlySpan<THash> queries, int radius, HitBatch found);

    /// <summary>The hit that a find is; false if its row is removed.</summary>
    protected abstract bool TryKeep(SearchHit found, ulong removals, out SearchHit hit);

    /// <summary>The first row from <paramref name="from"/> on that has this id, or -1. For the writer, and where rows are fixed.</summary>
    protected abstract int FindRow(int id, int from);

    /// <summary>Copies the codes and ids of the first rows.</summary>
    protected abstract void CopyRows(Span<THash> codes, Span<int> ids);
}
