using System.Numerics;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>The one place that decides between probing slot tables and scanning all codes.</summary>
/// <remarks>The unit is a nanosecond of one Zen 4 core; only the ratios matter. Measured for 10 k to 10 M hashes.</remarks>
static class ProbeCost
{
    /// <summary>One bucket found and its first line weighed.</summary>
    const double PerProbe = 25;

    /// <summary>One more posting weighed.</summary>
    const double PerPosting = 0.4;

    /// <summary>One candidate compared in full: three lines of memory nobody touched before.</summary>
    const double PerCandidate = 20;

    /// <summary>One 64-bit word of a code in a scan.</summary>
    const double PerScannedWord = 0.35;

    /// <summary>Postings that could be weighed while one candidate is compared.</summary>
    internal const int CandidateEffort = 16;

    /// <summary>The limits for a collection of <paramref name="count"/> hashes.</summary>
    /// <remarks>
    /// The radius is where probing costs as much as scanning if the hashes are spread evenly. Hashes that crowd in few
    /// buckets make every table offer almost all rows; the limit on the effort bounds what that may cost.
    /// </remarks>
    internal static ProbeLimits Limits<THash>(int count)
        where THash : struct, IHash<THash> => new(LargestRadius<THash>(count), 2L * count);

    static int LargestRadius<THash>(int count)
        where THash : struct, IHash<THash>
    {
        var scan = (double)count * (THash.BitCount / 64) * PerScannedWord;
        var radius = -1;
        while (radius < THash.BitCount && OfProbing<THash>(count, radius + 1) < scan)
        {
            radius++;
        }

        return radius;
    }

    static double OfProbing<THash>(int count, int radius)
        where THash : struct, IHash<THash>
    {
        var slots = Slots.Count<THash>();
        var radii = new SlotRadii(radius, slots);
        var masks = SlotMasks.OfBits(SlotTableBuilder.DirectoryBits(count));
        var perBucket = (double)count / (1 << masks.Bits);
        var cost = 0.0;
        for (var slot = 0; slot < slots; slot++)
        {
            var probes = masks.BallSize(radii.Radius(slot));
            cost += probes * (PerProbe + (perBucket * PerPosting));
            for (var i = 0; i < probes; i++)
            {
                var weight = BitOperations.PopCount(masks.ByWeight[i]);
                cost += perBucket * SlotMasks.OfSlot.BallSize(radii.RingBound(slot) - weight) / Slots.Values * PerCandidate;
            }
        }

        return cost;
    }
}
