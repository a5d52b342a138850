using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Matching.Clustering;
using HashMatch.Tests.Indexes;

namespace HashMatch.Tests.Matching.Clustering;

[Properties(Arbitrary = [typeof(HashArbitraries)])]
public class ClusterProperties
{
    [Property]
    public void Stars_are_what_items_coming_one_by_one_would_form(Hash256[] codes, byte radius)
    {
        var expected = new int[codes.Length];
        List<int> representatives = [];
        for (var item = 0; item < codes.Length; item++)
        {
            var code = codes[item];
            var same = Array.IndexOf(codes, code);
            if (same < item)
            {
                expected[item] = expected[same];
                continue;
            }

            var near = representatives.Where(earlier => codes[earlier].DistanceTo(code) <= radius)
                .OrderBy(earlier => codes[earlier].DistanceTo(code)).ThenBy(earlier => earlier).ToArray();
            expected[item] = near.Length > 0 ? near[0] : item;
            if (near.Length == 0)
            {
                representatives.Add(item);
            }
        }

        var clusters = StarClusters.Find<Hash256>(codes, radius, threads: 2);

        Assert.Equal(expected, clusters.Representatives);
        Assert.Equal(representatives.Count, clusters.Count);
    }

    [Property]
    public void Components_are_what_spreading_labels_finds(Hash256[] codes, byte radius)
    {
        // The oracle: the smallest label wanders along neighbours until nothing changes.
        int[] labels = [.. Enumerable.Range(0, codes.Length)];
        for (var changed = true; changed;)
        {
            changed = false;
            for (var left = 0; left < codes.Length; left++)
            {
                for (var right = 0; right < codes.Length; right++)
                {
                    if (labels[right] < labels[left] && codes[left].DistanceTo(codes[right]) <= radius)
                    {
                        labels[left] = labels[right];
                        changed = true;
                    }
                }
            }
        }

        Assert.Equal(labels, ConnectedClusters.Find<Hash256>(codes, radius, threads: 2).Representatives);
    }

    [Property(MaxTest = 3)]
    public void Thousands_of_items_divide_alike_on_any_number_of_threads(int seed)
    {
        var codes = SeededCollection.Hashes(seed, 5_000);

        Assert.Equal(StarClusters.Find<Hash256>(codes, 31).Representatives, StarClusters.Find<Hash256>(codes, 31, 4).Representatives);
        Assert.Equal(ConnectedClusters.Find<Hash256>(codes, 31).Representatives, ConnectedClusters.Find<Hash256>(codes, 31, 4).Representatives);
    }

    [Property]
    public void Members_list_every_item_of_clusters_large_enough(Hash256[] codes, byte radius)
    {
        var clusters = ConnectedClusters.Find<Hash256>(codes, radius);
        var all = clusters.Members(minSize: 1);
        var expected = Enumerable.Range(0, codes.Length).GroupBy(item => clusters.Representatives[item]).Select(group => group.ToArray()).ToArray();

        Assert.Equal(clusters.Count, all.Count);
        Assert.Equal(expected, all);
        Assert.Equal(expected.Where(members => members.Length >= 2), clusters.Members());
    }
}
