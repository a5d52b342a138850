using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HashMatch.Indexes;

/// <summary>The hits of many queries searched together: a list of hits for each query, by distance and id.</summary>
/// <remarks>
/// Filled by <see cref="IHashIndex{THash}.SearchRadius(ReadOnlySpan{THash}, int, HitBatch)"/>. Reuse it to search without
/// allocating; it keeps the memory of the largest batch, 40 bytes a hit. Not thread-safe while it is filled.
/// </remarks>
public sealed class HitBatch
{
    readonly List<(int Query, SearchHit Hit)> _found = [];
    readonly List<SearchHit> _hits = [];
    readonly List<int> _ends = [];

    /// <summary>The queries of the last search.</summary>
    public int Count => _ends.Count;

    /// <summary>The hits of all queries together.</summary>
    public int HitCount => _hits.Count;

    /// <summary>The hits of a query, by distance and id; valid until the next search.</summary>
    /// <param name="query">The query's position among those asked.</param>
    /// <exception cref="ArgumentOutOfRangeException">There was no such query.</exception>
    public ReadOnlySpan<SearchHit> this[int query]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(query);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(query, Count);
            return Slice(query);
        }
    }

    /// <summary>A list for an index that asks one query after the other.</summary>
    internal List<SearchHit> Single { get; } = [];

    /// <summary>Forgets the last search.</summary>
    internal void Clear()
    {
        _found.Clear();
        _hits.Clear();
        _ends.Clear();
    }

    /// <summary>Takes a hit; queries and hits may come in any order.</summary>
    internal void Add(int query, SearchHit hit) => _found.Add((query, hit));

    /// <summary>How many hits were taken so far.</summary>
    internal int FoundCount => _found.Count;

    /// <summary>The hits taken from that one on, for an index of several parts to look through.</summary>
    internal Span<(int Query, SearchHit Hit)> FoundFrom(int first) => CollectionsMarshal.AsSpan(_found)[first..];

    /// <summary>Gives back all but the first hits taken.</summary>
    internal void Truncate(int count) => CollectionsMarshal.SetCount(_found, count);

    /// <summary>Sorts what was taken. Every query has its list afterwards, if only an empty one.</summary>
    internal void Complete(int queryCount)
    {
        Debug.Assert(_ends.Count == 0 && _hits.Count == 0);
        CollectionsMarshal.SetCount(_ends, queryCount);
        CollectionsMarshal.SetCount(_hits, _found.Count);
        var ends = CollectionsMarshal.AsSpan(_ends);
        var hits = CollectionsMarshal.AsSpan(_hits);
        ends.Clear();
        foreach (var (query, _) in _found)
        {
            ends[query]++;
        }

        // From counts to beginnings; placing the hits then moves each beginning to its list's end.
        var start = 0;
        foreach (ref var end in ends)
        {
            (start, end) = (start + end, start);
        }

        foreach (var (query, hit) in _found)
        {
            hits[ends[query]++] = hit;
        }

        for (var query = 0; query < queryCount; query++)
        {
            Slice(query).Sort();
        }
    }

    Span<SearchHit> Slice(int query)
    {
        var start = query == 0 ? 0 : _ends[query - 1];
        return CollectionsMarshal.AsSpan(_hits)[start.._ends[query]];
    }
}
