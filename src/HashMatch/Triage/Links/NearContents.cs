using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Matching.Clustering;

namespace HashMatch.Triage.Links;

/// <summary>Different hashes divided into contents: stars, whose members lie within the radius of the hash that stands for them.</summary>
/// <remarks>
/// <para>
/// As a rule these are the stars of <see cref="StarClusters"/>. A picture that comes in thousands of slightly different
/// copies has millions of near pairs, so beyond a budget of pairs the crowded hashes, those with many neighbours, are
/// divided first, one after the other against those that already stand for a content, and the rest after them.
/// </para>
/// <para>Memory: that of <see cref="SelfJoin"/>, 24 bytes a hash, and 12 bytes a near pair up to the budget.</para>
/// </remarks>
readonly struct NearContents
{
    /// <summary>Near pairs that are held at most: 192 MiB.</summary>
    internal const int PairBudget = 1 << 24;

    /// <summary>Neighbours from which on a hash is crowded.</summary>
    const int Crowded = 64;

    NearContents(int[] representatives, List<HashPair> bridges) => (Representatives, Bridges) = (representatives, bridges);

    /// <summary>For every hash the one that stands for its content.</summary>
    internal int[] Representatives { get; }

    /// <summary>Near pairs across two contents; those of crowded hashes are not among them.</summary>
    internal List<HashPair> Bridges { get; }

    internal static NearContents Find(Hash256[] codes, int radius, int threads, int pairBudget = PairBudget)
    {
        List<HashPair> pairs = [];
        var neighbours = new int[codes.Length];
        SelfJoin.FindPairs<Hash256>(codes, radius, portion =>
        {
            if (portion.Length <= pairBudget - pairs.Count)
            {
                pairs.AddRange(portion);
            }
            else
            {
                pairBudget = -1;
            }

            foreach (var pair in portion)
            {
                neighbours[pair.First]++;
                neighbours[pair.Second]++;
            }
        }, threads);

        int[] representatives = pairBudget >= 0 ? StarClusters.Assign(pairs, codes.Length)
            : DivideCrowded(codes, radius, threads, neighbours, ref pairs);
        pairs.RemoveAll(pair => representatives[pair.First] == representatives[pair.Second]);
        pairs.Sort();
        return new NearContents(representatives, pairs);
    }

    static int[] DivideCrowded(Hash256[] codes, int radius, int threads, int[] neighbours, ref List<HashPair> pairs)
    {
        var representatives = new int[codes.Length];
        List<int> rest = [];
        HashIndex<Hash256> index = new();
        List<SearchHit> hits = [];
        for (var hash = 0; hash < codes.Length; hash++)
        {
            if (neighbours[hash] < Crowded)
            {
                continue;
            }

            index.SearchRadius(codes[hash], radius, hits);
            representatives[hash] = hits.Count > 0 ? hits[0].Id : hash;
            if (hits.Count == 0)
            {
                index.Add(codes[hash], hash);
                rest.Add(hash);
            }
        }

        // Those that stand for crowds come first, so that none of them joins another content.
        for (var hash = 0; hash < codes.Length; hash++)
        {
            if (neighbours[hash] < Crowded)
            {
                rest.Add(hash);
            }
        }

        // What is left has fewer than Crowded neighbours each, so its pairs are few.
        List<HashPair> few = [];
        var restCodes = rest.Select(hash => codes[hash]).ToArray();
        SelfJoin.FindPairs<Hash256>(restCodes, radius, portion => few.AddRange(portion), threads);
        var stars = StarClusters.Assign(few, restCodes.Length);
        for (var i = 0; i < stars.Length; i++)
        {
            representatives[rest[i]] = rest[stars[i]];
        }

        pairs = few.ConvertAll(pair => rest[pair.First] < rest[pair.Second]
            ? new HashPair(rest[pair.First], rest[pair.Second], pair.Distance)
            : new HashPair(rest[pair.Second], rest[pair.First], pair.Distance));
        return representatives;
    }
}
