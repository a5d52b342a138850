using FsCheck.Xunit;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Matching.Regions;

namespace HashMatch.Tests.Matching.Regions;

/// <summary>The index against a comparison of all with all, over sets that share regions moved, scaled and changed by some bits.</summary>
public sealed class RegionIndexProperties
{
    [Property(MaxTest = 40)]
    public void Search_equals_a_comparison_of_all_with_all(int seed, byte radius)
    {
        var sets = Sets(seed);
        var index = new RegionIndex(radius / 2, 2);
        for (var id = 0; id < sets.Length; id++)
        {
            index.Add(id, sets[id]);
        }

        Assert.All(sets, query => Assert.Equal(CompareAll(sets, query, radius / 2, 2), Search(index, query)));
    }

    [Property(MaxTest = 40)]
    public void Two_sets_agree_as_an_index_of_one_says(int seed, byte radius)
    {
        var sets = Sets(seed);
        foreach (var item in sets)
        {
            var index = new RegionIndex(radius / 2, 2);
            index.Add(0, item);
            foreach (var query in sets)
            {
                var found = Search(index, query);
                var agreement = RegionAgreement.Of(query, item, radius / 2);
                Assert.Equal(found.Count == 0, agreement.Regions < 2);
                Assert.Equal(found.Count == 0 ? agreement : Assert.Single(found).Agreement, agreement);
            }
        }
    }

    [Property(MaxTest = 40)]
    public void The_order_of_insertion_does_not_matter(int seed)
    {
        var sets = Sets(seed);
        var (forwards, backwards) = (new RegionIndex(40, 2), new RegionIndex(40, 2));
        for (var id = 0; id < sets.Length; id++)
        {
            forwards.Add(id, sets[id]);
            backwards.Add(sets.Length - 1 - id, sets[sets.Length - 1 - id]);
        }

        Assert.All(sets, query => Assert.Equal(Search(forwards, query), Search(backwards, query)));
    }

    [Property(MaxTest = 40)]
    public void A_set_agrees_with_itself_in_all_its_regions(int seed)
    {
        var sets = Sets(seed);
        for (var id = 0; id < sets.Length; id++)
        {
            var index = new RegionIndex();
            index.Add(id, sets[id]);
            Assert.Equal(sets[id].Regions.Count, Assert.Single(Search(index, sets[id])).Agreement.Regions);
        }
    }

    static List<RegionMatch> Search(RegionIndex index, RegionSet query)
    {
        List<RegionMatch> matches = [];
        index.Search(query, matches);
        return matches;
    }

    static RegionMatch[] CompareAll(RegionSet[] sets, RegionSet query, int radius, int least)
    {
        List<RegionMatch> matches = [];
        for (var id = 0; id < sets.Length; id++)
        {
            List<RegionPair> pairs = [];
            for (var i = 0; i < query.Regions.Count; i++)
            {
                var seen = query.Regions[i];
                pairs.AddRange(sets[id].Regions
                    .Select((stored, number) => (Pair: new RegionPair(i, number, RegionPlace.Of(seen), RegionPlace.Of(stored)), Distance: seen.Hash.DistanceTo(stored.Hash)))
                    .Where(pair => pair.Distance <= radius)
                    .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Pair.Item)
                    .Take(RegionIndex.PairsPerRegion).Select(pair => pair.Pair));
            }

            var agreement = RegionConsensus.Find([.. pairs]);
            if (agreement.Regions >= least)
            {
                matches.Add(new RegionMatch(id, agreement));
            }
        }

        return [.. matches.OrderByDescending(match => match.Agreement.Regions).ThenBy(match => match.Id)];
    }

    /// <summary>Some sets of random regions; the later ones show regions of the first, each set in its own placement.</summary>
    static RegionSet[] Sets(int seed)
    {
        var random = new Random(seed);
        var first = Enumerable.Range(0, 20).Select(_ => new Region(
            new Hash256(Bits(), Bits(), Bits(), Bits()), random.Next(100, 900), random.Next(100, 900), random.Next(40, 200))).ToArray();
        var sets = new RegionSet[6];
        sets[0] = new RegionSet(1000, 1000, first);
        for (var i = 1; i < sets.Length; i++)
        {
            var (scale, x, y) = ((float)(0.5 + random.NextDouble()), random.Next(-200, 200), random.Next(-200, 200));
            sets[i] = new RegionSet(1000, 1000, first.Where(_ => random.Next(3) > 0).Append(first[0]).DistinctBy(region => region.Hash).Select(region =>
                new Region(region.Hash with { W0 = region.Hash.W0 ^ (Bits() & Bits()) }, (scale * region.X) + x, (scale * region.Y) + y, scale * region.Side)));
        }

        return sets;

        ulong Bits() => (ulong)random.NextInt64(long.MinValue, long.MaxValue);
    }
}
