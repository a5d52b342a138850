using System.Runtime.InteropServices;
using HashMatch.Hashes;

namespace HashMatch.Benchmarks.Distance;

/// <summary>Uniform random hashes, the same for the same seed: the worst case, in which nothing but the arithmetic helps.</summary>
static class RandomCodes
{
    internal const int Seed = 42;

    internal static THash[] Create<THash>(int count, int seed = Seed)
        where THash : struct, IHash<THash>
    {
        var codes = new THash[count];
        new Random(seed).NextBytes(MemoryMarshal.Cast<THash, byte>(codes.AsSpan()));
        return codes;
    }
}
