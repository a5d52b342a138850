using HashMatch.Hashes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Indexes;

/// <summary>Exact search by Hamming distance over stored hashes: no match within the radius is ever lost.</summary>
/// <typeparam name="THash">The width searched, such as <see cref="Hash256"/>.</typeparam>
/// <remarks>Any number of threads may search at once while nothing is added.</remarks>
public interface IHashIndex<THash>
    where THash : struct, IHash<THash>
{
    /// <summary>Stored hashes, duplicates counted each.</summary>
    int Count { get; }

    /// <summary>Finds every stored hash at <paramref name="radius"/> bits or fewer from the query.</summary>
    /// <param name="query">The hash asked for.</param>
    /// <param name="radius">The inclusive bound, 0 to the width of the hash.</param>
    /// <param name="hits">Cleared, then filled by distance and id. Reuse it to search without allocating.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius lies outside its range.</exception>
    void SearchRadius(THash query, int radius, List<SearchHit> hits);

    /// <summary>Finds, for each of many queries, every stored hash at <paramref name="radius"/> bits or fewer.</summary>
    /// <param name="queries">The hashes asked for.</param>
    /// <param name="radius">The inclusive bound, 0 to the width of the hash, the same for all.</param>
    /// <param name="hits">Cleared, then filled with a list for each query. Reuse it to search without allocating.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius lies outside its range.</exception>
    /// <remarks>
    /// The answers are those of one search after the other, which is also what an index does that gains nothing from
    /// knowing them all. An index whose queries share memory, as <see cref="LinearIndex{THash}"/>, answers them faster.
    /// </remarks>
    void SearchRadius(ReadOnlySpan<THash> queries, int radius, HitBatch hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        RadiusRange.Require<THash>(radius);

        hits.Clear();
        for (var query = 0; query < queries.Length; query++)
        {
            SearchRadius(queries[query], radius, hits.Single);
            foreach (var hit in hits.Single)
            {
                hits.Add(query, hit);
            }
        }

        hits.Complete(queries.Length);
    }

    /// <summary>Finds the <paramref name="k"/> nearest stored hashes, fewer if fewer are stored.</summary>
    /// <param name="query">The hash asked for.</param>
    /// <param name="k">How many, at least 1. Of equally distant hashes the smaller ids are taken.</param>
    /// <param name="hits">Cleared, then filled by distance and id. Reuse it to search without allocating.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1.</exception>
    void SearchNearest(THash query, int k, List<SearchHit> hits);
}
