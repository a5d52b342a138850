using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Triage.Links;

/// <summary>Finds crowds of near hashes without looking at their pairs, which grow with the square of a crowd.</summary>
static class Crowds
{
    /// <summary>How many hashes are looked at, taken evenly: their pairs are few.</summary>
    const int SampleSize = 8_192;

    /// <summary>Neighbours from which on a hash is in a crowd, estimated from the sample.</summary>
    const int Neighbours = 1_000;

    /// <summary>Neighbours in the sample below which nothing is said of the rest.</summary>
    const int LeastInSample = 8;

    /// <summary>Gives every hash within the radius of the middle of a crowd that middle; the others keep what they have.</summary>
    internal static void Divide(Hash256[] codes, int radius, int[] representatives, int threads)
    {
        var middles = Middles(codes, radius, threads);
        if (middles.Count == 0)
        {
            return;
        }

        LinearIndex<Hash256> index = new();
        foreach (var middle in middles)
        {
            index.Add(codes[middle], middle);
        }

        Parallel.For(0, codes.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new List<SearchHit>(), (hash, _, hits) =>
        {
            index.SearchRadius(codes[hash], radius, hits);
            representatives[hash] = hits.Count > 0 ? hits[0].Id : representatives[hash];
            return hits;
        }, static _ => { });
    }

    /// <summary>Of the sampled hashes in crowds those with most neighbours, none within the radius of another.</summary>
    static List<int> Middles(Hash256[] codes, int radius, int threads)
    {
        var step = Math.Max(1, codes.Length / SampleSize);
        var sample = new Hash256[(codes.Length + step - 1) / step];
        for (var i = 0; i < sample.Length; i++)
        {
            sample[i] = codes[i * step];
        }

        var neighbours = new int[sample.Length];
        SelfJoin.FindPairs<Hash256>(sample, radius, portion =>
        {
            foreach (var pair in portion)
            {
                neighbours[pair.First]++;
                neighbours[pair.Second]++;
            }
        }, threads);

        List<int> middles = [];
        foreach (var place in Enumerable.Range(0, sample.Length)
            .Where(place => neighbours[place] >= LeastInSample && (long)neighbours[place] * step >= Neighbours)
            .OrderByDescending(place => neighbours[place]))
        {
            if (middles.TrueForAll(middle => codes[middle].DistanceTo(sample[place]) > radius))
            {
                middles.Add(place * step);
            }
        }

        middles.Sort();
        return middles;
    }
}
