using HashMatch.Benchmarks.Indexes;
using HashMatch.Hashes;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>Hashes with as many ones as zeros, as pictures have, and such as lie a given distance from them.</summary>
sealed class SyntheticHashes(RandomBits random)
{
    internal Hash256 Next()
    {
        var (a, b) = (random.Next(), random.Next());
        return new Hash256(a, ~a, b, ~b);
    }

    /// <summary>A hash an even number of bits away.</summary>
    internal Hash256 Altered(Hash256 hash, int bits) => Flipped(hash, bits, new Hash256(~0UL, ~0UL, ~0UL, ~0UL));

    /// <summary>A hash on a shortest way from one to another, an even number of bits away from the first.</summary>
    internal Hash256 Between(Hash256 from, Hash256 to, int bits) =>
        Flipped(from, bits, new Hash256(from.W0 ^ to.W0, from.W1 ^ to.W1, from.W2 ^ to.W2, from.W3 ^ to.W3));

    /// <summary>As many ones become zeros as zeros ones, so that the hash stays balanced.</summary>
    Hash256 Flipped(Hash256 hash, int bits, Hash256 mask)
    {
        ulong[] words = [hash.W0, hash.W1, hash.W2, hash.W3];
        ulong[] open = [mask.W0, mask.W1, mask.W2, mask.W3];
        for (var (ones, zeros) = (bits / 2, bits / 2); ones + zeros > 0;)
        {
            var place = random.Below(Hash256.BitCount);
            var (word, bit) = (place / 64, 1UL << (place % 64));
            var isOne = (words[word] & bit) != 0;
            if ((open[word] & bit) != 0 && (isOne ? ones : zeros) > 0)
            {
                words[word] ^= bit;
                open[word] ^= bit;
                (ones, zeros) = isOne ? (ones - 1, zeros) : (ones, zeros - 1);
            }
        }

        return new Hash256(words[0], words[1], words[2], words[3]);
    }
}
