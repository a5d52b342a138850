using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Matching.Clustering;

/// <summary>Clusters by star: every member lies within the radius of the one that stands for them, so there are no chains.</summary>
/// <remarks>
/// Choose it to keep one picture and drop the others: in the order of the collection, an item joins the nearest earlier
/// representative within the radius (of equally near ones the earliest), or else becomes one itself; equal hashes stay
/// together, where the first of them went. The result depends on the order of the collection and on the radius, nothing
/// else. Memory is that of <see cref="SelfJoin"/>, about 80 bytes a hash, and 12 to 36 bytes for every pair of different
/// hashes within the radius.
/// </remarks>
public static class StarClusters
{
    /// <summary>Divides a collection.</summary>
    /// <param name="codes">The hashes in the order in which they become representatives; positions name the items.</param>
    /// <param name="radius">The inclusive bound on the distance from the representative.</param>
    /// <param name="threads">How many threads may work; the result is the same for any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius or the number of threads lies outside its range.</exception>
    public static ClusterSet Find<THash>(ReadOnlySpan<THash> codes, int radius, int threads = 1)
        where THash : struct, IHash<THash>
    {
        var distinct = new DistinctHashes<THash>(codes);
        List<HashPair> pairs = [];
        SelfJoin.FindPairs<THash>(distinct.Codes, radius, portion => pairs.AddRange(portion), threads);

        return distinct.Expand(Assign(pairs, distinct.Codes.Length));
    }

    /// <summary>For each of different hashes the one that stands for it, from all their pairs within the radius, which are sorted on the way.</summary>
    internal static int[] Assign(List<HashPair> pairs, int count)
    {
        // By the later hash of each pair, then as it chooses: nearest first, of equally near ones the earliest.
        pairs.Sort(static (left, right) => (left.Second, left.Distance, left.First).CompareTo((right.Second, right.Distance, right.First)));
        var representatives = new int[count];
        var next = 0;
        for (var hash = 0; hash < representatives.Length; hash++)
        {
            representatives[hash] = hash;
            for (; next < pairs.Count && pairs[next].Second == hash; next++)
            {
                var earlier = pairs[next].First;
                if (representatives[hash] == hash && representatives[earlier] == earlier)
                {
                    representatives[hash] = earlier;
                }
            }
        }

        return representatives;
    }
}
