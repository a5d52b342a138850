using System.Runtime.InteropServices;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Tests.Indexes;

public class BkTreeTests
{
    [Theory]
    [InlineData(0, 16)]
    [InlineData(1, 16)]
    [InlineData(17, 16)]
    [InlineData(700, 16)]
    [InlineData(700, 48)]
    [InlineData(5000, 16)]
    [InlineData(5000, 2048)]
    public void A_larger_tree_answers_as_the_scan_does(int count, int leafCapacity)
    {
        Check(Collection<Hash64>(count, seed: 64 + count), leafCapacity);
        Check(Collection<Hash256>(count, seed: 256 + count), leafCapacity);
    }

    [Fact]
    public void A_tree_made_deep_on_purpose_is_searched_without_recursion()
    {
        // Any two of these are 2 bits apart: whatever the pivot, one code is at 0 and all others share one distance.
        var codes = Enumerable.Range(0, 256).Select(bit => HashArbitraries.Flip(default, bit)).ToArray();
        var tree = Tree(codes, 16);
        List<SearchHit> hits = [];
        tree.SearchRadius(default, 1, hits);

        Assert.InRange(tree.Depth, 200, 256);
        Assert.Equal(Enumerable.Range(0, 256).Select(id => new SearchHit(id, 1)), hits);

        tree.SearchNearest(codes[200], 2, hits);
        Assert.Equal([new SearchHit(200, 0), new SearchHit(0, 2)], hits);
    }

    [Fact]
    public void Equal_hashes_are_held_once_with_all_ids()
    {
        BkTree<Hash64> tree = new();
        for (var id = 999; id >= 0; id--)
        {
            tree.Add(new Hash64(5), id);
        }

        List<SearchHit> hits = [];
        tree.SearchRadius(new Hash64(4), 1, hits);
        Assert.Equal(Enumerable.Range(0, 1000).Select(id => new SearchHit(id, 1)), hits);

        tree.SearchNearest(new Hash64(4), 3, hits);
        Assert.Equal([new SearchHit(0, 1), new SearchHit(1, 1), new SearchHit(2, 1)], hits);
        Assert.Equal((1000, 1, 1), (tree.Count, tree.DistinctCount, tree.NodeCount));
    }

    [Fact]
    public void A_small_radius_leaves_most_of_the_tree_alone()
    {
        var codes = Collection<Hash64>(5000, seed: 3);
        var tree = Tree(codes, 64);
        List<SearchHit> hits = [];
        tree.SearchRadius(codes[0], 2, hits, out var near);
        tree.SearchRadius(codes[0], 64, hits, out var all);

        Assert.InRange(near.Comparisons, 1, tree.DistinctCount / 4);
        Assert.Equal(tree.NodeCount, all.NodesVisited);
        Assert.InRange(all.Comparisons, tree.DistinctCount, tree.DistinctCount + tree.NodeCount);
    }

    [Fact]
    public void A_compacted_tree_is_smaller_and_goes_on_growing()
    {
        var codes = Collection<Hash256>(4000, seed: 5);
        var tree = Tree(codes[..3000], 64);
        var before = tree.AllocatedBytes;
        tree.Compact();
        Assert.InRange(tree.AllocatedBytes, 1, before - 1);

        for (var i = 3000; i < codes.Length; i++)
        {
            tree.Add(codes[i], i);
        }

        AssertSame(codes, tree);
    }

    [Fact]
    public void An_empty_tree_can_be_compacted_and_searched()
    {
        BkTree<Hash64> tree = new();
        tree.Compact();
        List<SearchHit> hits = [new(1, 1)];
        tree.SearchRadius(default, 64, hits, out var statistics);

        Assert.Empty(hits);
        Assert.Equal(default, statistics);
    }

    [Fact]
    public void A_warm_search_allocates_nothing()
    {
        var codes = Collection<Hash256>(2000, seed: 7);
        var deep = Tree([.. Enumerable.Range(0, 256).Select(bit => HashArbitraries.Flip(default, bit))], 16);
        foreach (var tree in new[] { Tree(codes, 2048), Tree(codes, 16), deep })
        {
            List<SearchHit> hits = [];
            Assert.Equal(0, Allocations.OfWarm(Search));

            void Search()
            {
                tree.SearchRadius(codes[0], 256, hits);
                tree.SearchRadius(codes[1], 3, hits, out _);
                tree.SearchNearest(codes[2], 100, hits);
            }
        }
    }

    [Fact]
    public void Bounds_outside_their_range_are_refused()
    {
        BkTree<Hash64> tree = new();

        Assert.Throws<ArgumentOutOfRangeException>(() => tree.SearchRadius(default, -1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.SearchRadius(default, 65, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.SearchNearest(default, 0, []));
        Assert.Throws<ArgumentNullException>(() => tree.SearchRadius(default, 0, null!));
        Assert.Throws<ArgumentNullException>(() => tree.SearchNearest(default, 1, null!));
    }

    [Fact]
    public void Many_threads_may_search_at_once()
    {
        var codes = Collection<Hash64>(3000, seed: 8);
        var tree = Tree(codes, 32);

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, worker => AssertSame(codes, tree, worker * 100));
    }

    static void Check<THash>(THash[] codes, int leafCapacity)
        where THash : struct, IHash<THash>
    {
        AssertSame(codes, Tree(codes, leafCapacity));
    }

    static void AssertSame<THash>(THash[] codes, BkTree<THash> tree, int firstQuery = 0)
        where THash : struct, IHash<THash>
    {
        LinearIndex<THash> scan = new();
        for (var i = 0; i < codes.Length; i++)
        {
            scan.Add(codes[i], i);
        }

        List<SearchHit> hits = [];
        List<SearchHit> expected = [];
        var queries = codes.Skip(firstQuery).Take(2).Append(default).Append(Collection<THash>(4, firstQuery)[0]).ToArray();
        foreach (var query in queries)
        {
            for (var radius = 0; radius <= THash.BitCount; radius += radius < 64 ? 1 : 8)
            {
                tree.SearchRadius(query, radius, hits);
                scan.SearchRadius(query, radius, expected);
                Assert.Equal(expected, hits);
            }

            foreach (var k in new[] { 1, 2, 10, 100, 1000, codes.Length + 1 })
            {
                tree.SearchNearest(query, k, hits);
                scan.SearchNearest(query, k, expected);
                Assert.Equal(expected, hits);
            }
        }
    }

    static BkTree<THash> Tree<THash>(THash[] codes, int leafCapacity)
        where THash : struct, IHash<THash>
    {
        BkTree<THash> tree = new(new BkTreeStore<THash>(leafCapacity));
        for (var i = 0; i < codes.Length; i++)
        {
            tree.Add(codes[i], i);
        }

        return tree;
    }

    /// <summary>A third uniform, a third near earlier ones, a third equal to earlier ones or all zeros or ones.</summary>
    static THash[] Collection<THash>(int count, int seed)
        where THash : struct, IHash<THash>
    {
        var random = new Random(seed);
        var codes = new THash[count];
        for (var i = 0; i < count; i++)
        {
            var code = codes.AsSpan(i, 1);
            var bytes = MemoryMarshal.AsBytes(code);
            random.NextBytes(bytes);
            if (i % 3 > 0 && i > 3)
            {
                code[0] = codes[random.Next(i)];
                var flips = i % 3 == 1 ? random.Next(THash.BitCount / 4) : 0;
                for (var flip = 0; flip < flips; flip++)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }
            }

            if (i % 31 == 0)
            {
                bytes.Fill((byte)(i % 2 == 0 ? 0 : 0xFF));
            }
        }

        return codes;
    }
}
