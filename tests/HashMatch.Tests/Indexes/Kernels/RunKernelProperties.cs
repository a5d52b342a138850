using FsCheck.Xunit;
using HashMatch.Buffers;
using HashMatch.Hashes;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Tests.Indexes.Kernels;

[Properties(Arbitrary = [typeof(HashArbitraries)])]
public class RunKernelProperties
{
    [Property]
    public void Every_kernel_finds_what_a_filter_finds_at_every_radius(Hash256[] codes, Hash256 query, byte firstSeed) =>
        Check(codes, query, firstSeed);

    [Property]
    public void Every_kernel_finds_64_bit_hashes_too(Hash256[] codes, Hash256 query, byte firstSeed) =>
        Check([.. codes.Select(code => new Hash64(code.W0))], new Hash64(query.W0), firstSeed);

    [Fact]
    public void Every_kernel_handles_every_length()
    {
        var random = new Random(11);
        for (var length = 0; length <= 140; length++)
        {
            var codes = Enumerable.Range(0, length).Select(_ => new Hash64((ulong)random.NextInt64())).ToArray();
            Check(codes, new Hash64((ulong)random.NextInt64()), (byte)random.Next(256));
        }
    }

    [Fact]
    public void The_scalar_kernel_is_the_last_and_always_there()
    {
        Assert.IsType<ScalarRunKernel<Hash64>>(RunKernels<Hash64>.Available[^1]);
        Assert.IsType<ScalarRunKernel<Hash256>>(RunKernels<Hash256>.Available[^1]);
    }

    static void Check<THash>(THash[] codes, THash query, byte firstSeed)
        where THash : struct, IHash<THash>
    {
        var blocks = (codes.Length + RunLayout.Lanes - 1) / RunLayout.Lanes;
        NativeArray<ulong> run = new(blocks * RunLayout.Lanes * RunLayout<THash>.Words);
        // What follows the last code equals the query, and must not be found.
        for (var position = 0; position < blocks * RunLayout.Lanes; position++)
        {
            RunLayout<THash>.Write(ref run.First, position, position < codes.Length ? codes[position] : query);
        }

        var first = firstSeed % (blocks + 1) * RunLayout.Lanes;
        var matches = new RunMatch[codes.Length];
        for (var radius = 0; radius <= THash.BitCount; radius++)
        {
            RunMatch[] expected = [.. Enumerable.Range(0, codes.Length).Skip(first)
                .Select(position => new RunMatch(position, query.DistanceTo(codes[position])))
                .Where(match => match.Distance <= radius)];
            foreach (var kernel in RunKernels<THash>.Available)
            {
                var count = kernel.Find(ref run.First, first, codes.Length, query, radius, matches);

                Assert.True(expected.AsSpan().SequenceEqual(matches.AsSpan(0, count)), $"{kernel} at radius {radius}");
            }
        }

        GC.KeepAlive(run);
    }
}
