using HashMatch.Hashers.Regions;

namespace HashMatch.Matching.Regions;

/// <summary>Finds the one scale and offset that most pairs of regions agree in.</summary>
static class RegionConsensus
{
    /// <summary>How far sides may disagree with the common scale.</summary>
    const float RatioTolerance = 1.2f;

    /// <summary>How far centres may lie from their place, as a part of the side, while one pair alone gives the scale,</summary>
    const float FirstTolerance = 0.35f;

    /// <summary>and once the scale is fitted to all of them.</summary>
    const float Tolerance = 0.15f;

    const int FittingRounds = 2;

    /// <summary>How many regions agree, and in what.</summary>
    /// <param name="pairs">All of one item, by the query's region, nearest first.</param>
    internal static RegionAgreement Find(ReadOnlySpan<RegionPair> pairs)
    {
        var (most, first) = (0, default(Placement));
        foreach (ref readonly var pair in pairs)
        {
            var candidate = Placement.Of(pair);
            var count = Count(pairs, candidate, FirstTolerance);
            if (count > most)
            {
                (most, first) = (count, candidate);
            }
        }

        var fitted = first;
        for (var round = 0; round < FittingRounds; round++)
        {
            fitted = Placement.Fit(pairs, fitted, round == 0 ? FirstTolerance : Tolerance, RatioTolerance);
        }

        var (before, after) = (Count(pairs, first, Tolerance), Count(pairs, fitted, Tolerance));
        var (regions, placement) = before > after ? (before, first) : (after, fitted);
        return new RegionAgreement(regions, placement.Scale, placement.X, placement.Y);
    }

    /// <summary>Pairs that lie so, no region of either picture counted twice.</summary>
    static int Count(ReadOnlySpan<RegionPair> pairs, Placement placement, float tolerance)
    {
        Span<ulong> seen = stackalloc ulong[RegionSet.MaxCount / 64];
        seen.Clear();
        var count = 0;
        var last = -1;
        foreach (ref readonly var pair in pairs)
        {
            if (pair.Query == last || !placement.Admits(pair, tolerance, RatioTolerance))
            {
                continue;
            }

            ref var word = ref seen[pair.Item >> 6];
            var bit = 1UL << (pair.Item & 63);
            if ((word & bit) == 0)
            {
                word |= bit;
                last = pair.Query;
                count++;
            }
        }

        return count;
    }
}
