using HashMatch.Hashes;
using HashMatch.Matching.Clustering;

namespace HashMatch.Tests.Matching.Clustering;

public class ClusterTests
{
    /// <summary>A chain: each within 2 of the next, the ends 4 apart.</summary>
    static readonly Hash64[] s_chain = [new(0b0000), new(0b0011), new(0b1111), new(ulong.MaxValue), new(0b0000)];

    [Fact]
    public void A_star_holds_no_chain() =>
        Assert.Equal([0, 0, 2, 3, 0], StarClusters.Find<Hash64>(s_chain, 2).Representatives);

    [Fact]
    public void A_component_follows_the_chain()
    {
        var clusters = ConnectedClusters.Find<Hash64>(s_chain, 2);

        Assert.Equal([0, 0, 0, 3, 0], clusters.Representatives);
        Assert.Equal([[0, 1, 2, 4]], clusters.Members());
        Assert.Equal(2, clusters.Count);
    }

    [Fact]
    public void A_crowd_of_equal_hashes_is_one_cluster_at_no_price()
    {
        // Its pairs would be two hundred thousand million.
        var clusters = StarClusters.Find<Hash256>(new Hash256[650_000], 31);

        Assert.Equal(1, clusters.Count);
    }

    [Fact]
    public void Bounds_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StarClusters.Find<Hash64>(s_chain, 65));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConnectedClusters.Find<Hash64>(s_chain, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConnectedClusters.Find<Hash64>(s_chain, 1, threads: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StarClusters.Find<Hash64>(s_chain, 1).Members(0));
    }
}
