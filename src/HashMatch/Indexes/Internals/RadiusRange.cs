using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>The radii there are for a width: 0 to its number of bits.</summary>
static class RadiusRange
{
    /// <exception cref="ArgumentOutOfRangeException">The radius lies outside of it.</exception>
    internal static void Require<THash>(int radius)
        where THash : struct, IHash<THash>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, THash.BitCount);
    }
}
