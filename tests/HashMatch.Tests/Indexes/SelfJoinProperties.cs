using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Tests.Indexes;

[Properties(Arbitrary = [typeof(HashArbitraries)])]
public class SelfJoinProperties
{
    [Property(MaxTest = 15)]
    public void Every_pass_finds_what_the_double_loop_finds(Hash256[] codes)
    {
        PassesEqualTheDoubleLoop(codes, 0, 1, 14, 15, 16, 30, 31, 32, 40, 47);
        PassesEqualTheDoubleLoop(SeededCollection.Narrow(codes), 0, 1, 2, 3, 4, 7, 8, 10, 11, 12);
    }

    [Property(MaxTest = 3)]
    public void Large_radii_are_exact_in_passes_too(Hash256[] codes, byte seed)
    {
        PassesEqualTheDoubleLoop(codes, 48 + (seed % 30));
        PassesEqualTheDoubleLoop(SeededCollection.Narrow(codes), 13 + (seed % 52));
    }

    [Property(MaxTest = 15)]
    public void The_join_equals_the_double_loop_at_every_radius(Hash256[] codes)
    {
        for (var radius = 0; radius <= 256; radius++)
        {
            Assert.Equal(DoubleLoop(codes, radius), Pairs(sink => SelfJoin.FindPairs(codes, radius, sink)).Order());
        }
    }

    [Property(MaxTest = 2)]
    public void Thousands_of_hashes_obey_the_same_law(int seed)
    {
        var codes = SeededCollection.Hashes(seed, 3_000);
        PassesEqualTheDoubleLoop(codes, 0, 31, 40);
        PassesEqualTheDoubleLoop(SeededCollection.Narrow(codes), 0, 3, 10);
    }

    [Property(MaxTest = 2)]
    public void Order_does_not_depend_on_the_number_of_threads(int seed)
    {
        // More pairs than a buffer holds, and several chunks a pass.
        var codes = SeededCollection.Hashes(seed, 10_000);
        var one = Pairs(sink => new JoinRun<Hash256>(codes, 31, sink, 1).CompareNeighbours(JoinPass<Hash256>.Default));

        Assert.Equal(one, Pairs(sink => new JoinRun<Hash256>(codes, 31, sink, 2).CompareNeighbours(JoinPass<Hash256>.Default)));
        Assert.Equal(one, Pairs(sink => new JoinRun<Hash256>(codes, 31, sink, 7).CompareNeighbours(JoinPass<Hash256>.Default)));
        Assert.Equal(
            Pairs(sink => new JoinRun<Hash256>(codes, 31, sink, 1).CompareAll()),
            Pairs(sink => new JoinRun<Hash256>(codes, 31, sink, 7).CompareAll()));
    }

    static void PassesEqualTheDoubleLoop<THash>(THash[] codes, params int[] radii)
        where THash : struct, IHash<THash>
    {
        foreach (var radius in radii)
        {
            var expected = DoubleLoop(codes, radius);
            foreach (var pass in JoinPass<THash>.Available)
            {
                Assert.Equal(expected, Pairs(sink => new JoinRun<THash>(codes, radius, sink, 1).CompareNeighbours(pass)).Order());
            }
        }
    }

    static List<HashPair> Pairs(Action<Action<ReadOnlySpan<HashPair>>> join)
    {
        List<HashPair> pairs = [];
        join(portion => pairs.AddRange(portion));
        return pairs;
    }

    /// <summary>The oracle, in order.</summary>
    static List<HashPair> DoubleLoop<THash>(THash[] codes, int radius)
        where THash : struct, IHash<THash>
    {
        List<HashPair> pairs = [];
        for (var first = 0; first < codes.Length; first++)
        {
            for (var second = first + 1; second < codes.Length; second++)
            {
                var distance = codes[first].DistanceTo(codes[second]);
                if (distance <= radius)
                {
                    pairs.Add(new HashPair(first, second, distance));
                }
            }
        }

        return pairs;
    }
}
