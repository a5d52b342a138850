using HashMatch.Matching;

namespace HashMatch.Triage.Rules;

/// <summary>What links reports, and how strongly. Strengths are whole numbers, 0..100. Immutable.</summary>
public sealed record LinkRules
{
    internal LinkRules()
    {
    }

    /// <summary>Bits, inclusive, at which two hashes are near, 0..64.</summary>
    public int Radius { get; internal init; } = MatchOptions.Default.Radius;

    /// <summary>The least quality, 0..100, of a hash that links; a hash whose quality nobody gave may.</summary>
    public int MinQuality { get; internal init; } = MatchOptions.Default.MinQuality;

    /// <summary>Strength of equal bytes.</summary>
    public int SameBytes { get; internal init; }

    /// <summary>Strength of equal hashes.</summary>
    public int SameHash { get; internal init; }

    /// <summary>Strength of hashes as far apart as the radius; between the two it falls evenly.</summary>
    public int HashAtRadius { get; internal init; }

    /// <summary>Strength of an account in common.</summary>
    public int Account { get; internal init; }

    /// <summary>Strength of a device in common.</summary>
    public int Device { get; internal init; }

    /// <summary>The least strength of a link that joins a report to a group.</summary>
    public int GroupAtLeast { get; internal init; }

    /// <summary>What more reports than this have in common, 2..1,000,000, joins no group: a picture all the world sends on says nothing about who sent it.</summary>
    public int CommonAbove { get; internal init; }

    /// <summary>The strength of near hashes.</summary>
    /// <param name="distance">Bits in which they differ; beyond the radius as at it.</param>
    public int StrengthOf(int distance) => Radius == 0 ? SameHash
        : SameHash - ((SameHash - HashAtRadius) * Math.Min(distance, Radius) / Radius);

    /// <summary>Whether a hash of this form may link: of enough quality, and about half of its bits ones.</summary>
    internal bool MayLink(Hashes.Hash256 hash, int? quality) => (quality ?? 100) >= MinQuality &&
        Math.Abs(hash.PopCount - (Hashes.Hash256.BitCount / 2)) <= MatchOptions.Default.MaxImbalance;
}
