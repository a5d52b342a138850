using FsCheck.Xunit;
using HashMatch.Distance;
using HashMatch.Distance.Kernels;
using HashMatch.Hashes;

namespace HashMatch.Tests.Distance;

/// <summary>Every kernel this machine runs gives the positions and distances that counting bit by bit gives.</summary>
public sealed class HammingKernelProperties
{
    /// <summary>Every tail of a word, of every register, and the ends of one, two and three blocks.</summary>
    public static TheoryData<int> Counts => [.. Enumerable.Range(0, 201), 255, 256, 257, 383, 447, 448, 449, 511, 512, 513, 1023, 1024, 1025, 1300];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Every_kernel_finds_the_same_at_every_count(int count)
    {
        AssertAll<Hash256>(count, count, count % 257);
        AssertAll<Hash64>(count, count, count % 65);
        AssertAll<Hash256>(~count, count, 31);
        AssertAll<Hash64>(~count, count, 10);
    }

    [Fact]
    public void Every_kernel_finds_the_same_at_every_radius()
    {
        for (var radius = 0; radius <= 256; radius++)
        {
            AssertAll<Hash256>(radius, 700, radius);
        }

        for (var radius = 0; radius <= 64; radius++)
        {
            AssertAll<Hash64>(radius, 700, radius);
        }
    }

    [Property(MaxTest = 200)]
    public void Every_kernel_finds_the_same_in_any_codes(int seed, ushort count, byte radius)
    {
        AssertAll<Hash256>(seed, count % 2000, radius);
        AssertAll<Hash64>(seed, count % 2000, radius % 65);
    }

    [Property(MaxTest = 50)]
    public void A_radius_can_be_narrowed_in_a_prepared_query(int seed, byte wide, byte narrow)
    {
        var (query, codes) = CodeSets.Random<Hash256>(seed, 600);
        PlaneQuery stored = default;
        PlaneQuery sorted = default;
        stored.SetStored(query, wide);
        stored.SetRadius(narrow);
        sorted.SetSorted(query, wide);
        sorted.SetRadius(narrow);
        foreach (var kernel in HammingKernels.Available)
        {
            Assert.Equal(Expected(query, codes, narrow), Planes(kernel, codes, in stored));
            Assert.Equal(Expected(query, codes, narrow), Planes(kernel, codes, in sorted));
        }
    }

    static void AssertAll<THash>(int seed, int count, int radius)
        where THash : struct, IHash<THash>
    {
        var (query, codes) = CodeSets.Random<THash>(seed, count);
        var expected = Expected(query, codes, radius);
        PlaneQuery stored = default;
        PlaneQuery sorted = default;
        stored.SetStored(query, radius);
        sorted.SetSorted(query, radius);
        var hits = new CodeHit[count];
        foreach (var kernel in HammingKernels.Available)
        {
            Assert.True(expected.SequenceEqual(Planes(kernel, codes, in stored)), $"{kernel}, planes as stored: seed {seed}, {count} codes, radius {radius}");
            Assert.True(expected.SequenceEqual(Planes(kernel, codes, in sorted)), $"{kernel}, planes sorted: seed {seed}, {count} codes, radius {radius}");
            var found = kernel.ScanRows(query, codes.AsSpan(), radius, hits);
            Assert.True(expected.SequenceEqual(hits[..found]), $"{kernel}, rows: seed {seed}, {count} codes, radius {radius}");
        }
    }

    static List<CodeHit> Planes<THash>(HammingKernel kernel, THash[] codes, ref readonly PlaneQuery query)
        where THash : struct, IHash<THash>
    {
        PlaneStore<THash> store = new();
        store.Append(codes);
        List<CodeHit> found = [];
        // One block's hits fill the buffer: a scan of several has to be taken up again.
        var hits = new CodeHit[PlaneLayout.CodesPerBlock];
        for (var block = 0; block < PlaneLayout.BlocksFor(codes.Length);)
        {
            var before = block;
            found.AddRange(hits.AsSpan(0, store.Scan(kernel, in query, codes.Length, ref block, PlaneLayout.BlocksFor(codes.Length), hits)));
            Assert.True(block > before);
        }

        return found;
    }

    static List<CodeHit> Expected<THash>(THash query, THash[] codes, int radius)
        where THash : struct, IHash<THash> =>
        [.. codes.Index().Select(code => new CodeHit(code.Index, CodeSets.Distance(query, code.Item))).Where(hit => hit.Distance <= radius)];
}
