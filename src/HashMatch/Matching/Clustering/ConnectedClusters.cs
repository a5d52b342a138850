using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Matching.Clustering;

/// <summary>Clusters by connection: whoever lies within the radius of a member is a member.</summary>
/// <remarks>
/// Choose it to find everything a picture may hang together with. Clusters grow along chains, so two members may lie far
/// apart: review them before acting on them, or take <see cref="StarClusters"/>. The result depends on the collection
/// and the radius alone, not even on the order. Memory is that of <see cref="SelfJoin"/> and about 80 bytes a hash.
/// </remarks>
public static class ConnectedClusters
{
    /// <summary>Divides a collection.</summary>
    /// <param name="codes">The hashes; positions name the items.</param>
    /// <param name="radius">The inclusive bound on the distance of neighbours.</param>
    /// <param name="threads">How many threads may work; the result is the same for any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius or the number of threads lies outside its range.</exception>
    public static ClusterSet Find<THash>(ReadOnlySpan<THash> codes, int radius, int threads = 1)
        where THash : struct, IHash<THash>
    {
        var distinct = new DistinctHashes<THash>(codes);
        var roots = new DisjointSets(distinct.Codes.Length);
        SelfJoin.FindPairs<THash>(
            distinct.Codes,
            radius,
            pairs =>
            {
                foreach (var pair in pairs)
                {
                    roots.Unite(pair.First, pair.Second);
                }
            },
            threads);
        return distinct.Expand(roots.Flatten());
    }
}
