using System.Runtime.InteropServices;
using HashMatch.Hashes;

namespace HashMatch.Comparison;

/// <summary>The hashes stored and asked for. Every second query is uniform, the others lie near a stored hash.</summary>
sealed record Workload<THash>(THash[] Codes, THash[] Queries)
    where THash : unmanaged, IHash<THash>
{
    internal static Workload<THash> Make(ComparisonOptions options)
    {
        var random = new Random(options.Seed);
        var codes = new THash[options.Count];
        random.NextBytes(MemoryMarshal.AsBytes(codes.AsSpan()));
        if (options.Clustered)
        {
            var centres = Math.Max(1, options.Count - (options.Count / 5));
            for (var i = centres; i < codes.Length; i++)
            {
                codes[i] = Near(codes[random.Next(centres)], options.Radius, random);
            }

            random.Shuffle(codes);
        }

        var queries = new THash[options.Queries];
        random.NextBytes(MemoryMarshal.AsBytes(queries.AsSpan()));
        for (var i = 1; i < queries.Length; i += 2)
        {
            queries[i] = Near(codes[random.Next(codes.Length)], options.Radius, random);
        }

        return new Workload<THash>(codes, queries);
    }

    /// <summary>The hash with 0 to <paramref name="radius"/> of its bits changed.</summary>
    static THash Near(THash hash, int radius, Random random)
    {
        var flips = random.Next(radius + 1);
        var bytes = MemoryMarshal.AsBytes(new Span<THash>(ref hash));
        foreach (var bit in Distinct(flips, random))
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        return hash;
    }

    static HashSet<int> Distinct(int count, Random random)
    {
        var bits = new HashSet<int>();
        while (bits.Count < count)
        {
            bits.Add(random.Next(THash.BitCount));
        }

        return bits;
    }
}
