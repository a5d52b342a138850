using HashMatch.Hashes;

namespace HashMatch.Tests.Shared;

/// <summary>Hashes at random, half of their bits ones as in those of pictures.</summary>
static class DrawnHash
{
    internal static Hash256 Of(Random random)
    {
        var (a, b) = ((ulong)random.NextInt64(), (ulong)random.NextInt64());
        return new Hash256(a, ~a, b, ~b);
    }

    /// <summary>A hash that many bits, up to 64, from another.</summary>
    internal static Hash256 At(Hash256 hash, int distance) =>
        hash with { W1 = hash.W1 ^ (distance >= 64 ? ulong.MaxValue : (1UL << distance) - 1) };
}
