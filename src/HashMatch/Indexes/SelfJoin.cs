using HashMatch.Hashes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Indexes;

/// <summary>Finds all pairs of hashes within a radius of one another in one collection: exact, and each pair once.</summary>
/// <remarks>
/// Faster than asking an index for every hash, and with a third of its memory: the tables are made one after the other
/// and thrown away, and neighbours in a table are compared while they are in the caches. Working memory is 40 bytes a
/// 256-bit hash or 16 a 64-bit one. Radii too large for that are answered by comparing all with all.
/// </remarks>
public static class SelfJoin
{
    /// <summary>Hands every pair to <paramref name="sink"/>, in portions.</summary>
    /// <param name="codes">The collection; positions in it name its hashes. Equal hashes are pairs of distance 0.</param>
    /// <param name="radius">The inclusive bound, 0 to the width of the hash.</param>
    /// <param name="sink">
    /// Called by one thread at a time. The order of all pairs is the same at every run and for any number of threads, but
    /// not sorted, and portions may be cut differently. It must not keep the span.
    /// </param>
    /// <param name="threads">How many threads may work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius or the number of threads lies outside its range.</exception>
    /// <remarks>
    /// The number of pairs grows with the square of a cluster's size: a hundred thousand equal hashes are five billion
    /// pairs. They are never held together, so memory stays bounded, but join distinct hashes where time matters.
    /// </remarks>
    public static void FindPairs<THash>(
        ReadOnlySpan<THash> codes, int radius, Action<ReadOnlySpan<HashPair>> sink, int threads = 1)
        where THash : struct, IHash<THash>
    {
        ArgumentNullException.ThrowIfNull(sink);
        RadiusRange.Require<THash>(radius);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);

        var join = new JoinRun<THash>(codes, radius, sink, threads);
        if (radius > ProbeCost.Limits<THash>(codes.Length).LargestRadius)
        {
            join.CompareAll();
        }
        else
        {
            join.CompareNeighbours(JoinPass<THash>.Default);
        }
    }
}
