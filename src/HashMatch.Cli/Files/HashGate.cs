using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Cli.Files;

/// <summary>What <c>--min-quality</c> means: 0 lets every hash through, more sets all gates.</summary>
static class HashGate
{
    internal static MatchOptions At(int minQuality) => minQuality > 0
        ? MatchOptions.Default with { MinQuality = minQuality }
        : MatchOptions.Default with { MinQuality = 0, MaxUndecidedBits = Hash256.BitCount, MaxImbalance = Hash256.BitCount / 2 };
}
