namespace HashMatch.Matching;

/// <summary>The bounds a verdict is made by. Immutable; change it with <c>with</c>.</summary>
/// <remarks>
/// The defaults for radius and quality are those PDQ's authors publish with their reference implementation: match at
/// 31 bits or fewer, discard quality 49 and below.
/// </remarks>
public sealed record MatchOptions
{
    /// <summary>The defaults.</summary>
    public static MatchOptions Default { get; } = new();

    /// <summary>Bits, inclusive, at which two hashes are the same content; a list may bring its own. 0..256.</summary>
    public int Radius { get; init; } = 31;

    /// <summary>Width in bits of the band beyond the radius in which a person should look: (radius, radius + band].</summary>
    public int ReviewBand { get; init; } = 9;

    /// <summary>The least quality, 0..100, at which a hash is matched.</summary>
    public int MinQuality { get; init; } = 50;

    /// <summary>Whether items are compared with those submitted before them.</summary>
    public bool CompareWithinRun { get; init; } = true;

    /// <summary>Throws when a bound lies outside its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bound lies outside its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Radius, Hashes.Hash256.BitCount);
        ArgumentOutOfRangeException.ThrowIfNegative(ReviewBand);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ReviewBand, Hashes.Hash256.BitCount);
        ArgumentOutOfRangeException.ThrowIfNegative(MinQuality);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MinQuality, 100);
    }
}
