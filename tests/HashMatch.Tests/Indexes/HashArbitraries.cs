using FsCheck;
using FsCheck.Fluent;
using HashMatch.Hashes;

namespace HashMatch.Tests.Indexes;

/// <summary>Collections as they occur: uniform hashes, clusters of near ones, duplicates, all zeros and all ones.</summary>
static class HashArbitraries
{
    public static Arbitrary<Hash256> Hash() => Arb.From(Hashes);

    public static Arbitrary<Hash256[]> Collection() => Arb.From(
        from count in Gen.OneOf(Gen.Constant(0), Gen.Constant(1), Gen.Constant(2), Gen.Choose(3, 60))
        from centres in Gen.ArrayOf(Hashes, 3)
        from hashes in Gen.ArrayOf(Gen.OneOf(Hashes, Gen.Elements(centres), Gen.Elements(centres).SelectMany(Near)), count)
        select hashes);

    static Gen<Hash256> Hashes => Gen.OneOf(
        Gen.Constant(default(Hash256)),
        Gen.Constant(new Hash256(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue)),
        from words in Gen.ArrayOf(Gen.Choose(int.MinValue, int.MaxValue), 8)
        select new Hash256(Word(words, 0), Word(words, 2), Word(words, 4), Word(words, 6)));

    static ulong Word(int[] halves, int index) => ((ulong)(uint)halves[index] << 32) | (uint)halves[index + 1];

    static Gen<Hash256> Near(Hash256 centre) =>
        from bits in Gen.ListOf(Gen.Choose(0, 255), 40)
        from count in Gen.Choose(0, 40)
        select bits.Take(count).Aggregate(centre, Flip);

    /// <summary>The hash with one bit changed.</summary>
    internal static Hash256 Flip(Hash256 hash, int bit)
    {
        var mask = 1UL << (bit & 63);
        return (bit >> 6) switch
        {
            0 => hash with { W0 = hash.W0 ^ mask },
            1 => hash with { W1 = hash.W1 ^ mask },
            2 => hash with { W2 = hash.W2 ^ mask },
            _ => hash with { W3 = hash.W3 ^ mask },
        };
    }
}
