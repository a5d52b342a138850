using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Tests.Indexes;

/// <summary>The laws of every index, over trees whose small leaves divide all the time.</summary>
[Properties(Arbitrary = [typeof(HashArbitraries)])]
public class BkTreeProperties
{
    [Property]
    public void Radius_search_equals_the_scan_at_every_radius(Hash256[] codes, Hash256 query)
    {
        var (tree, scan) = (TreeOf(codes), ScanOf(codes));
        List<SearchHit> hits = [];
        List<SearchHit> expected = [];
        for (var radius = 0; radius <= 256; radius++)
        {
            tree.SearchRadius(query, radius, hits);
            scan.SearchRadius(query, radius, expected);

            Assert.Equal(expected, hits);
        }
    }

    [Property]
    public void Nearest_search_equals_the_scan_at_every_k(Hash256[] codes, Hash256 query)
    {
        var (tree, scan) = (TreeOf(codes), ScanOf(codes));
        List<SearchHit> hits = [];
        List<SearchHit> expected = [];
        for (var k = 1; k <= codes.Length + 1; k++)
        {
            tree.SearchNearest(query, k, hits);
            scan.SearchNearest(query, k, expected);

            Assert.Equal(expected, hits);
        }
    }

    [Property]
    public void Every_stored_hash_is_found_at_distance_0_with_all_its_ids(Hash256[] codes)
    {
        var tree = TreeOf(codes);
        List<SearchHit> hits = [];
        foreach (var code in codes)
        {
            tree.SearchRadius(code, 0, hits);

            Assert.Equal(codes.Index().Where(other => other.Item == code).Select(other => new SearchHit(other.Index, 0)), hits);
        }

        Assert.Equal(codes.Length, tree.Count);
        Assert.Equal(codes.Distinct().Count(), tree.DistinctCount);
    }

    [Property]
    public void The_order_of_insertion_does_not_show(Hash256[] codes, Hash256 query, int seed, byte radius)
    {
        var shuffled = codes.Index().ToArray();
        new Random(seed).Shuffle(shuffled);
        var other = new BkTree<Hash256>(new BkTreeStore<Hash256>(16));
        foreach (var (id, code) in shuffled)
        {
            other.Add(code, id);
        }

        List<SearchHit> hits = [];
        List<SearchHit> expected = [];
        other.SearchRadius(query, radius, hits);
        TreeOf(codes).SearchRadius(query, radius, expected);

        Assert.Equal(expected, hits);
    }

    [Property]
    public void Searches_touch_no_more_than_there_is(Hash256[] codes, Hash256 query, byte radius)
    {
        var tree = TreeOf(codes);
        List<SearchHit> hits = [];
        tree.SearchRadius(query, radius, hits, out var within);
        tree.SearchNearest(query, 3, hits, out var nearest);

        foreach (var statistics in new[] { within, nearest })
        {
            Assert.InRange(statistics.NodesVisited, codes.Length == 0 ? 0 : 1, tree.NodeCount);
            Assert.InRange(statistics.LeavesScanned, 0, statistics.NodesVisited);
            // A stretch begins with a whole block, so up to seven codes before it are compared with it.
            Assert.InRange(statistics.Comparisons, statistics.NodesVisited, tree.DistinctCount + tree.NodeCount);
        }
    }

    static BkTree<Hash256> TreeOf(Hash256[] codes)
    {
        BkTree<Hash256> tree = new(new BkTreeStore<Hash256>(16));
        for (var i = 0; i < codes.Length; i++)
        {
            tree.Add(codes[i], i);
        }

        return tree;
    }

    static LinearIndex<Hash256> ScanOf(Hash256[] codes)
    {
        LinearIndex<Hash256> index = new();
        for (var i = 0; i < codes.Length; i++)
        {
            index.Add(codes[i], i);
        }

        return index;
    }
}
