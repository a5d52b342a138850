using System.Runtime.InteropServices;
using HashMatch.Hashes;

namespace HashMatch.Tests.Distance;

/// <summary>Codes made from a seed: far, near, equal and opposite to the query, all zeros and all ones among them.</summary>
static class CodeSets
{
    public static (THash Query, THash[] Codes) Random<THash>(int seed, int count)
        where THash : struct, IHash<THash>
    {
        var random = new Random(seed);
        var query = Any<THash>(random);
        var codes = new THash[count];
        foreach (ref var code in codes.AsSpan())
        {
            code = random.Next(8) switch
            {
                0 => query,
                1 => Filled<THash>(0),
                2 => Filled<THash>(0xFF),
                3 or 4 => Flipped(query, random, random.Next(THash.BitCount + 1)),
                _ => Any<THash>(random),
            };
        }

        return (random.Next(6) == 0 ? Filled<THash>((byte)(255 * random.Next(2))) : query, codes);
    }

    /// <summary>The oracle: differing bits, one after the other.</summary>
    public static int Distance<THash>(THash left, THash right)
        where THash : struct, IHash<THash>
    {
        var a = MemoryMarshal.Cast<THash, byte>(new ReadOnlySpan<THash>(in left));
        var b = MemoryMarshal.Cast<THash, byte>(new ReadOnlySpan<THash>(in right));
        var distance = 0;
        for (var bit = 0; bit < THash.BitCount; bit++)
        {
            distance += ((a[bit / 8] ^ b[bit / 8]) >> (bit % 8)) & 1;
        }

        return distance;
    }

    static THash Any<THash>(Random random)
        where THash : struct, IHash<THash>
    {
        THash hash = default;
        random.NextBytes(MemoryMarshal.Cast<THash, byte>(new Span<THash>(ref hash)));
        return hash;
    }

    static THash Filled<THash>(byte value)
        where THash : struct, IHash<THash>
    {
        THash hash = default;
        MemoryMarshal.Cast<THash, byte>(new Span<THash>(ref hash)).Fill(value);
        return hash;
    }

    static THash Flipped<THash>(THash hash, Random random, int flips)
        where THash : struct, IHash<THash>
    {
        var bytes = MemoryMarshal.Cast<THash, byte>(new Span<THash>(ref hash));
        for (; flips > 0; flips--)
        {
            var bit = random.Next(THash.BitCount);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        return hash;
    }
}
