using HashMatch.Hashes;

namespace HashMatch.Benchmarks.Distance;

/// <summary>A loop over an array with the processor's bit count.</summary>
static class ScalarLoop
{
    internal static int Count<THash>(THash query, THash[] codes, int radius)
        where THash : struct, IHash<THash>
    {
        var found = 0;
        foreach (var code in codes)
        {
            if (query.DistanceTo(code) <= radius)
            {
                found++;
            }
        }

        return found;
    }
}
