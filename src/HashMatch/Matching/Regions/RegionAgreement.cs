using System.Buffers;
using HashMatch.Hashers.Regions;

namespace HashMatch.Matching.Regions;

/// <summary>How many regions two pictures share in one placement, and how the two lie on one another.</summary>
/// <param name="Regions">How many regions agree in hash and in place, each counted once; one alone says nothing.</param>
/// <param name="Scale">A pixel of the item is this many pixels of the query; 0 where nothing agrees.</param>
/// <param name="OffsetX">Where the item's left edge lies in the query, in the query's pixels; negative if it was cut off.</param>
/// <param name="OffsetY">Where the item's top edge lies in the query, in the query's pixels.</param>
public readonly record struct RegionAgreement(int Regions, float Scale, float OffsetX, float OffsetY)
{
    /// <summary>Compares two pictures, each region with each: what a <see cref="RegionIndex"/> finds, without one.</summary>
    /// <param name="query">The regions of one picture.</param>
    /// <param name="item">The regions of the other.</param>
    /// <param name="radius">Bits within which two regions are near, 0..256.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius lies outside its range.</exception>
    public static RegionAgreement Of(RegionSet query, RegionSet item, int radius = RegionIndex.DefaultRadius)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, Hashes.Hash256.BitCount);

        var pairs = ArrayPool<RegionPair>.Shared.Rent(query.Regions.Count * RegionIndex.PairsPerRegion);
        var count = 0;
        for (var number = 0; number < query.Regions.Count; number++)
        {
            count += FindNearest(query, number, item, radius, pairs.AsSpan(count));
        }

        var agreement = RegionConsensus.Find(pairs.AsSpan(0, count));
        ArrayPool<RegionPair>.Shared.Return(pairs);
        return agreement;
    }

    /// <summary>The item's nearest regions, at equal distances those of smaller numbers, as an index gives them.</summary>
    static int FindNearest(RegionSet query, int number, RegionSet item, int radius, Span<RegionPair> pairs)
    {
        ref readonly var seen = ref query.Span[number];
        Span<int> distances = stackalloc int[RegionIndex.PairsPerRegion];
        var found = 0;
        for (var i = 0; i < item.Span.Length; i++)
        {
            ref readonly var stored = ref item.Span[i];
            var distance = seen.Hash.DistanceTo(stored.Hash);
            if (distance > radius || (found == distances.Length && distance >= distances[^1]))
            {
                continue;
            }

            var place = found < distances.Length ? found++ : found - 1;
            for (; place > 0 && distances[place - 1] > distance; place--)
            {
                (distances[place], pairs[place]) = (distances[place - 1], pairs[place - 1]);
            }

            (distances[place], pairs[place]) = (distance, new RegionPair(number, i, RegionPlace.Of(seen), RegionPlace.Of(stored)));
        }

        return found;
    }
}
