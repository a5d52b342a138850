using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Matching.Clustering;

/// <summary>Clusters by star: every member lies within the radius of the one that stands for them, so there are no chains.</summary>
/// <remarks>
/// Choose it to keep one picture and drop the others: in the order of the collection, an item joins the nearest earlier
/// representative within the radius (of equally near ones the earliest), or else becomes one itself; equal hashes stay
/// together, where the first of them went. The result depends on the order of the collection and on the radius, nothing
/// else. Memory is that of <see cref="SelfJoin"/>, about 80 bytes a hash, and 20 to 44 bytes for every pair of different
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

    /// <summary>For each of different hashes the one that stands for it, from all their pairs within the radius.</summary>
    internal static int[] Assign(List<HashPair> pairs, int count)
    {
        var (starts, earlier) = ByLater(pairs, count);
        var representatives = new int[count];
        for (var hash = 0; hash < representatives.Length; hash++)
        {
            var (nearest, distance) = (hash, int.MaxValue);
            foreach (var pair in earlier.AsSpan(starts[hash]..starts[hash + 1]))
            {
                if (representatives[pair.Hash] == pair.Hash && (pair.Distance < distance || (pair.Distance == distance && pair.Hash < nearest)))
                {
                    (nearest, distance) = pair;
                }
            }

            representatives[hash] = nearest;
        }

        return representatives;
    }

    /// <summary>The earlier hash of each pair, and how far it is, by the later one.</summary>
    static (int[] Starts, (int Hash, int Distance)[] Earlier) ByLater(List<HashPair> pairs, int count)
    {
        var starts = new int[count + 1];
        foreach (var pair in pairs)
        {
            starts[pair.Second + 1]++;
        }

        for (var hash = 0; hash < count; hash++)
        {
            starts[hash + 1] += starts[hash];
        }

        var earlier = new (int, int)[pairs.Count];
        var next = starts[..count];
        foreach (var pair in pairs)
        {
            earlier[next[pair.Second]++] = (pair.First, pair.Distance);
        }

        return (starts, earlier);
    }
}
