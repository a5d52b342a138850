using HashMatch.Distance.Kernels;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Kernels;

/// <summary>One code after the other: the plain specification of all others, and the fallback.</summary>
sealed class ScalarRunKernel<THash> : RunKernel<THash>
    where THash : struct, IHash<THash>
{
    internal override string Name => ScalarLanes.Name;

    internal override int Find(
        ref ulong run, int first, int end, THash query, int radius, Span<RunMatch> matches)
    {
        var count = 0;
        for (var position = first; position < end; position++)
        {
            var distance = query.DistanceTo(RunLayout<THash>.Read(ref run, position));
            if (distance <= radius)
            {
                matches[count++] = new RunMatch(position, distance);
            }
        }

        return count;
    }
}
