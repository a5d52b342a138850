using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Matching.Clustering;

namespace HashMatch.Triage.Links;

/// <summary>Different hashes divided into contents: stars, whose members lie within the radius of the hash that stands for them.</summary>
/// <remarks>
/// <para>
/// As a rule these are the stars of <see cref="StarClusters"/>. A picture that comes in thousands of slightly different
/// copies has millions of near pairs, though. So crowds are looked for in a sample first, and whoever lies near the
/// middle of one goes there; and where the pairs of the rest still exceed a budget, hashes with many neighbours are
/// divided one after the other, before the others.
/// </para>
/// <para>Memory: that of <see cref="SelfJoin"/>, 32 bytes a hash, and 20 bytes a near pair up to the budget.</para>
/// </remarks>
sealed class NearContents
{
    /// <summary>Near pairs that are held at most: 192 MiB, and 128 more while stars are found.</summary>
    internal const int PairBudget = 1 << 24;

    /// <summary>Neighbours from which on a hash is crowded, where there is no room for all pairs.</summary>
    const int Crowded = 64;

    readonly Hash256[] _codes;
    readonly int _radius;
    readonly int _threads;

    NearContents(Hash256[] codes, int radius, int threads)
    {
        (_codes, _radius, _threads) = (codes, radius, threads);
        Representatives = new int[codes.Length];
        Array.Fill(Representatives, -1);
        Bridges = [];
    }

    /// <summary>For every hash the one that stands for its content.</summary>
    internal int[] Representatives { get; }

    /// <summary>Near pairs across two contents, as far as their hashes are not in a crowd.</summary>
    internal List<HashPair> Bridges { get; private set; }

    internal static NearContents Find(Hash256[] codes, int radius, int threads, int pairBudget = PairBudget)
    {
        NearContents contents = new(codes, radius, threads);
        Crowds.Divide(codes, radius, contents.Representatives, threads);
        var rest = contents.Rest();
        if (!contents.TryJoin(rest, pairBudget, out var pairs, out var neighbours))
        {
            contents.DivideCrowded(rest, neighbours);
            rest = contents.Rest();
            // What is left has fewer than Crowded neighbours each, so its pairs are few.
            contents.TryJoin(rest, int.MaxValue, out pairs, out _);
        }

        contents.Complete(rest, pairs);
        return contents;
    }

    /// <summary>
    /// The hashes that stand for contents already, then those without one: in this order nobody who has members joins
    /// another content.
    /// </summary>
    int[] Rest() => [.. All(hash => Representatives[hash] == hash), .. All(hash => Representatives[hash] < 0)];

    IEnumerable<int> All(Func<int, bool> holds) => Enumerable.Range(0, _codes.Length).Where(holds);

    /// <summary>The near pairs of some hashes, by their places; false beyond the budget, with the number of neighbours alone.</summary>
    bool TryJoin(int[] rest, int budget, out List<HashPair> pairs, out int[] neighbours)
    {
        List<HashPair> found = [];
        var counts = new int[rest.Length];
        var fits = true;
        SelfJoin.FindPairs<Hash256>(Array.ConvertAll(rest, hash => _codes[hash]), _radius, portion =>
        {
            fits = fits && portion.Length <= budget - found.Count;
            if (fits)
            {
                found.AddRange(portion);
            }

            foreach (var pair in portion)
            {
                counts[pair.First]++;
                counts[pair.Second]++;
            }
        }, _threads);
        (pairs, neighbours) = (found, counts);
        return fits;
    }

    /// <summary>Divides those with many neighbours, one after the other: each goes to the nearest that stands for a content, or does so itself.</summary>
    void DivideCrowded(int[] rest, int[] neighbours)
    {
        HashIndex<Hash256> index = new();
        List<SearchHit> hits = [];
        for (var place = 0; place < rest.Length; place++)
        {
            var hash = rest[place];
            if (Representatives[hash] == hash)
            {
                index.Add(_codes[hash], hash);
            }
            else if (neighbours[place] >= Crowded)
            {
                index.SearchRadius(_codes[hash], _radius, hits);
                Representatives[hash] = hits.Count > 0 ? hits[0].Id : hash;
                if (hits.Count == 0)
                {
                    index.Add(_codes[hash], hash);
                }
            }
        }
    }

    void Complete(int[] rest, List<HashPair> pairs)
    {
        var stars = StarClusters.Assign(pairs, rest.Length);
        for (var place = 0; place < rest.Length; place++)
        {
            Representatives[rest[place]] = rest[stars[place]];
        }

        pairs.RemoveAll(pair => stars[pair.First] == stars[pair.Second]);
        Bridges = pairs.ConvertAll(pair => new HashPair(
            Math.Min(rest[pair.First], rest[pair.Second]), Math.Max(rest[pair.First], rest[pair.Second]), pair.Distance));
        Bridges.Sort();
    }
}
