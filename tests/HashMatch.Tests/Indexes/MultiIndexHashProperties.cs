using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Tests.Indexes;

[Properties(Arbitrary = [typeof(HashArbitraries)])]
public class MultiIndexHashProperties
{
    [Property]
    public void Every_kernel_finds_what_a_filter_over_all_finds(Hash256[] codes, Hash256 query)
    {
        var radii = Enumerable.Range(0, 52).ToArray();
        ProbingEqualsTheFilter(codes, query, radii);
        ProbingEqualsTheFilter(SeededCollection.Narrow(codes), new Hash64(query.W0), radii[..24]);
    }

    [Property(MaxTest = 10)]
    public void Probing_is_exact_at_large_radii_too(Hash256[] codes, Hash256 query, byte seed)
    {
        ProbingEqualsTheFilter(codes, query, 52 + (seed % 60), 112 + (seed % 145));
        ProbingEqualsTheFilter(SeededCollection.Narrow(codes), new Hash64(query.W0), 24 + (seed % 20), 44 + (seed % 21));
    }

    [Property]
    public void The_index_equals_the_filter_at_every_radius(Hash256[] codes, Hash256 query)
    {
        EqualsTheFilter(IndexOf(codes), codes, query, [.. Enumerable.Range(0, 257)]);
        var narrow = SeededCollection.Narrow(codes);
        EqualsTheFilter(IndexOf(narrow), narrow, new Hash64(query.W0), [.. Enumerable.Range(0, 65)]);
    }

    [Property(MaxTest = 4)]
    public void Thousands_of_hashes_obey_the_same_law(int seed, Hash256 stranger)
    {
        var codes = SeededCollection.Hashes(seed, 5_000);
        var narrow = SeededCollection.Narrow(codes);
        foreach (var query in codes.Take(5).Append(stranger))
        {
            ProbingEqualsTheFilter(codes, query, 0, 1, 14, 15, 16, 31, 32, 40, 47);
            ProbingEqualsTheFilter(narrow, new Hash64(query.W0), 0, 1, 2, 3, 4, 7, 8, 10, 11);
        }
    }

    [Property]
    public void Nearest_search_equals_the_head_of_all_sorted(Hash256[] codes, Hash256 query)
    {
        MultiIndexHash<Hash256>[] indexes = [IndexOf(codes), IndexOf(codes, limits: new ProbeLimits(47, int.MaxValue))];
        List<SearchHit> hits = [];
        foreach (var index in indexes)
        {
            for (var k = 1; k <= codes.Length + 1; k++)
            {
                index.SearchNearest(query, k, hits);

                Assert.Equal(AllHits(codes, query).Take(k), hits);
            }
        }
    }

    [Property]
    public void A_batch_answers_as_its_queries_do(Hash256[] codes, Hash256[] queries, byte radius)
    {
        MultiIndexHash<Hash256>[] indexes = [IndexOf(codes), IndexOf(codes, limits: ProbeLimits.None), IndexOf(codes, limits: new ProbeLimits(256, 20))];
        foreach (var index in indexes)
        {
            HitBatch hits = new();
            index.SearchRadius(codes, 20, hits);
            index.SearchRadius(queries, radius % 60, hits);

            Assert.Equal(queries.Length, hits.Count);
            Assert.All(queries.Index(), query => Assert.Equal(
                AllHits(codes, query.Item).Where(hit => hit.Distance <= radius % 60), hits[query.Index].ToArray()));
        }
    }

    [Property(MaxTest = 2)]
    public void A_batch_of_several_blocks_answers_as_its_queries_do(int seed)
    {
        var codes = SeededCollection.Hashes(seed, 2_500);
        var index = IndexOf(codes, limits: ProbeLimits.None);
        HitBatch batch = new();
        List<SearchHit> hits = [];
        index.SearchRadius(codes, 31, batch);

        Assert.All(codes.Index(), query =>
        {
            index.SearchRadius(query.Item, 31, hits);
            Assert.Equal(hits, batch[query.Index].ToArray());
        });
    }

    [Property]
    public void Probing_that_takes_too_much_effort_ends_in_a_scan(Hash256[] codes, Hash256 query, byte effort) =>
        EqualsTheFilter(IndexOf(codes, limits: new ProbeLimits(256, effort)), codes, query, 0, 20, 31, 40);

    static void ProbingEqualsTheFilter<THash>(THash[] codes, THash query, params int[] radii)
        where THash : struct, IHash<THash>
    {
        foreach (var search in SlotSearch<THash>.Available)
        {
            // By whole slot values, by part of them, and as a collection of this size is built.
            EqualsTheFilter(IndexOf(codes, search, ProbeLimits.None, directoryBits: 16), codes, query, radii);
            EqualsTheFilter(IndexOf(codes, search, ProbeLimits.None, directoryBits: 11), codes, query, radii);
            EqualsTheFilter(IndexOf(codes, search, ProbeLimits.None), codes, query, radii);
        }
    }

    static void EqualsTheFilter<THash>(MultiIndexHash<THash> index, THash[] codes, THash query, params int[] radii)
        where THash : struct, IHash<THash>
    {
        var all = AllHits(codes, query);
        List<SearchHit> hits = [];
        foreach (var radius in radii)
        {
            index.SearchRadius(query, radius, hits);

            Assert.Equal(all.Where(hit => hit.Distance <= radius), hits);
        }
    }

    static MultiIndexHash<THash> IndexOf<THash>(THash[] codes, SlotSearch<THash>? search = null, ProbeLimits? limits = null, int? directoryBits = null)
        where THash : struct, IHash<THash> => new(SlotTableBuilder.Build<THash>(codes, Ids(codes.Length), 1, directoryBits), search, limits);

    /// <summary>Neither dense nor in order, and two hashes an id.</summary>
    static int[] Ids(int count) => [.. Enumerable.Range(0, count).Select(row => 1_000 - (row / 2 * 7))];

    /// <summary>The oracle: every distance, sorted.</summary>
    static List<SearchHit> AllHits<THash>(THash[] codes, THash query)
        where THash : struct, IHash<THash> =>
        [.. codes.Zip(Ids(codes.Length), (code, id) => new SearchHit(id, code.DistanceTo(query))).Order()];
}
