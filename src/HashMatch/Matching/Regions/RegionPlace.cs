using HashMatch.Hashers.Regions;

namespace HashMatch.Matching.Regions;

/// <summary>A region's square without its hash: all that is asked for once hashes were found near, in a third of the room.</summary>
readonly record struct RegionPlace(float X, float Y, float Side)
{
    internal static RegionPlace Of(in Region region) => new(region.X, region.Y, region.Side);
}
