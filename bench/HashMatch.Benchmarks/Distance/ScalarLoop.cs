using System.Runtime.CompilerServices;
using HashMatch.Hashes;

namespace HashMatch.Benchmarks.Distance;

/// <summary>A loop over an array with the processor's bit count.</summary>
static class ScalarLoop
{
    /// <remarks>Compiled in full at once: a yardstick that runs a few times must not be a slow one.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Count<THash>(THash query, ReadOnlySpan<THash> codes, int radius)
        where THash : struct, IHash<THash>
    {
        var found = 0;
        foreach (ref readonly var code in codes)
        {
            if (query.DistanceTo(code) <= radius)
            {
                found++;
            }
        }

        return found;
    }
}
