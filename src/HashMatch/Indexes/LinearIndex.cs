using System.Diagnostics;
using HashMatch.Hashes;

namespace HashMatch.Indexes;

/// <summary>Compares the query with every stored hash, one after the other.</summary>
/// <typeparam name="THash">The width searched.</typeparam>
/// <remarks>
/// Choose it for small collections, and as the oracle every other index is tested against. A query costs one pass over
/// all codes; memory is the hash plus 4 bytes an entry. One thread may add while no other searches; any number of
/// threads may search at once.
/// </remarks>
public sealed class LinearIndex<THash> : IHashIndex<THash>
    where THash : struct, IHash<THash>
{
    // Arrays without references: the collector never scans them, however large they grow.
    THash[] _codes = [];
    int[] _ids = [];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <summary>Stores a hash under the caller's key. The same hash and the same key may be stored more than once.</summary>
    public void Add(THash hash, int id)
    {
        if (Count == _codes.Length)
        {
            var capacity = Math.Max(16, checked(Count * 2));
            Array.Resize(ref _codes, capacity);
            Array.Resize(ref _ids, capacity);
        }

        _codes[Count] = hash;
        _ids[Count] = id;
        Count++;
    }

    /// <inheritdoc/>
    public void SearchRadius(THash query, int radius, List<SearchHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, THash.BitCount);

        hits.Clear();
        var codes = _codes.AsSpan(0, Count);
        for (var i = 0; i < codes.Length; i++)
        {
            var distance = query.DistanceTo(codes[i]);
            if (distance <= radius)
            {
                hits.Add(new SearchHit(_ids[i], distance));
            }
        }

        hits.Sort();
    }

    /// <inheritdoc/>
    public void SearchNearest(THash query, int k, List<SearchHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);

        hits.Clear();
        var codes = _codes.AsSpan(0, Count);
        for (var i = 0; i < codes.Length; i++)
        {
            var hit = new SearchHit(_ids[i], query.DistanceTo(codes[i]));
            if (hits.Count < k)
            {
                hits.Insert(InsertionPoint(hits, hit), hit);
            }
            else if (hit.CompareTo(hits[^1]) < 0)
            {
                hits.RemoveAt(hits.Count - 1);
                hits.Insert(InsertionPoint(hits, hit), hit);
            }
        }

        Debug.Assert(hits.Count == Math.Min(k, Count));
    }

    static int InsertionPoint(List<SearchHit> hits, SearchHit hit)
    {
        var index = hits.BinarySearch(hit);
        return index < 0 ? ~index : index;
    }
}
