using HashMatch.Hashes;

namespace HashMatch.Tests.Indexes;

/// <summary>A few thousand hashes from a seed: uniform ones, clusters around some of them, duplicates, all zeros and ones.</summary>
static class SeededCollection
{
    internal static Hash256[] Hashes(int seed, int count)
    {
        var random = new Random(seed);
        List<Hash256> hashes = [default, new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue)];
        while (hashes.Count < count)
        {
            hashes.Add(random.Next(4) switch
            {
                0 => hashes[random.Next(hashes.Count)],
                1 => Near(random, hashes[random.Next(hashes.Count)]),
                _ => new(Word(random), Word(random), Word(random), Word(random)),
            });
        }

        return [.. hashes.Take(count)];
    }

    internal static Hash64[] Narrow(Hash256[] hashes) => [.. hashes.Select(hash => new Hash64(hash.W0))];

    static Hash256 Near(Random random, Hash256 centre)
    {
        for (var flips = random.Next(50); flips > 0; flips--)
        {
            centre = HashArbitraries.Flip(centre, random.Next(256));
        }

        return centre;
    }

    static ulong Word(Random random) => (ulong)random.NextInt64(long.MinValue, long.MaxValue);
}
