using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Tests.Distance;

namespace HashMatch.Tests.Indexes;

[Properties(Arbitrary = [typeof(HashArbitraries)])]
public class LinearIndexProperties
{
    [Property]
    public void Radius_search_equals_a_filter_over_all_at_every_radius(Hash256[] codes, Hash256 query)
    {
        var index = IndexOf(codes);
        List<SearchHit> hits = [];
        for (var radius = 0; radius <= 256; radius++)
        {
            index.SearchRadius(query, radius, hits);

            Assert.Equal(AllHits(codes, query).Where(hit => hit.Distance <= radius), hits);
        }
    }

    [Property]
    public void Nearest_search_equals_the_head_of_all_sorted(Hash256[] codes, Hash256 query)
    {
        var index = IndexOf(codes);
        List<SearchHit> hits = [];
        for (var k = 1; k <= codes.Length + 1; k++)
        {
            index.SearchNearest(query, k, hits);

            Assert.Equal(AllHits(codes, query).Take(k), hits);
        }
    }

    [Property]
    public void A_batch_equals_its_queries_one_by_one(Hash256[] codes, Hash256[] queries, byte radius)
    {
        var index = IndexOf(codes);
        HitBatch batch = new();
        List<SearchHit> hits = [];
        index.SearchRadius(queries, radius, batch);

        Assert.Equal(queries.Length, batch.Count);
        for (var query = 0; query < queries.Length; query++)
        {
            index.SearchRadius(queries[query], radius, hits);
            Assert.Equal(hits, batch[query].ToArray());
        }
    }

    /// <remarks>More queries than a group, more blocks than a tile, and hits in every part of both.</remarks>
    [Fact]
    public void A_large_batch_equals_its_queries_one_by_one()
    {
        var (_, codes) = CodeSets.Random<Hash256>(seed: 5, count: 3_000);
        var index = IndexOf(codes);
        HitBatch batch = new();
        List<SearchHit> hits = [];
        foreach (var (start, radius) in ((int, int)[])[(0, 31), (1_000, 0), (2_000, 110)])
        {
            var queries = codes.AsSpan(start, 150);
            index.SearchRadius(queries, radius, batch);
            for (var query = 0; query < queries.Length; query++)
            {
                index.SearchRadius(queries[query], radius, hits);
                Assert.NotEmpty(hits);
                Assert.Equal(hits, batch[query].ToArray());
            }
        }
    }

    /// <remarks>What an index gets that does not answer batches in a way of its own.</remarks>
    [Property(MaxTest = 20)]
    public void The_batch_every_index_has_equals_the_linear_one(Hash256[] codes, Hash256[] queries, byte radius)
    {
        var index = IndexOf(codes);
        HitBatch expected = new();
        HitBatch batch = new();
        index.SearchRadius(queries, radius, expected);
        ((IHashIndex<Hash256>)new OneByOne(index)).SearchRadius(queries, radius, batch);

        Assert.Equal(expected.HitCount, batch.HitCount);
        for (var query = 0; query < queries.Length; query++)
        {
            Assert.Equal(expected[query].ToArray(), batch[query].ToArray());
        }
    }

    [Fact]
    public void Nearest_and_radius_search_hold_beyond_a_block()
    {
        var (query, codes) = CodeSets.Random<Hash256>(seed: 3, count: 2_600);
        var index = IndexOf(codes);
        var all = AllHits(codes, query);
        List<SearchHit> hits = [];
        foreach (var k in (int[])[1, 2, 10, 511, 512, 513, 2_599, 2_600, 2_601])
        {
            index.SearchNearest(query, k, hits);
            Assert.Equal(all.Take(k), hits);
        }

        foreach (var radius in (int[])[0, 15, 16, 31, 32, 63, 64, 127, 128, 255, 256])
        {
            index.SearchRadius(query, radius, hits);
            Assert.Equal(all.Where(hit => hit.Distance <= radius), hits);
        }
    }

    [Property]
    public void A_64_bit_index_obeys_the_same_law(ulong[] words, ulong queryWord, byte radiusSeed)
    {
        var radius = radiusSeed % 65;
        var query = new Hash64(queryWord);
        LinearIndex<Hash64> index = new();
        for (var i = 0; i < words.Length; i++)
        {
            index.Add(new Hash64(words[i]), i);
        }

        List<SearchHit> hits = [];
        index.SearchRadius(query, radius, hits);

        Assert.Equal(words.Index().Select(word => new SearchHit(word.Index, query.DistanceTo(new Hash64(word.Item))))
            .Where(hit => hit.Distance <= radius).Order(), hits);
    }

    [Fact]
    public void A_warm_search_allocates_nothing()
    {
        LinearIndex<Hash256> index = new();
        for (var i = 0; i < 100; i++)
        {
            index.Add(new Hash256((ulong)i, 0, 0, 0), i);
        }

        List<SearchHit> hits = [];
        HitBatch batch = new();
        Hash256[] queries = [default, new Hash256(1, 2, 3, 4)];
        Assert.Equal(0, Allocations.OfWarm(() =>
        {
            index.SearchRadius(default, 256, hits);
            index.SearchNearest(default, 10, hits);
            index.SearchRadius(queries, 256, batch);
        }));
    }

    [Fact]
    public void Bounds_outside_their_range_are_refused()
    {
        LinearIndex<Hash256> index = new();

        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchRadius(default, -1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchRadius(default, 257, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchNearest(default, 0, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchRadius([default], 257, new HitBatch()));
        Assert.Throws<ArgumentNullException>(() => index.SearchRadius([default], 0, (HitBatch)null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HitBatch()[0].Length);
        Assert.Throws<ArgumentNullException>(() => index.SearchRadius(default, 0, (List<SearchHit>)null!));
    }

    static LinearIndex<Hash256> IndexOf(Hash256[] codes)
    {
        LinearIndex<Hash256> index = new();
        for (var i = 0; i < codes.Length; i++)
        {
            index.Add(codes[i], i);
        }

        return index;
    }

    /// <summary>The oracle: distances counted bit by bit.</summary>
    static List<SearchHit> AllHits(Hash256[] codes, Hash256 query) =>
        [.. codes.Index().Select(code => new SearchHit(code.Index, Distance(code.Item, query))).Order()];

    static int Distance(Hash256 left, Hash256 right)
    {
        Span<byte> a = stackalloc byte[Hash256.ByteLength];
        Span<byte> b = stackalloc byte[Hash256.ByteLength];
        left.CopyTo(a);
        right.CopyTo(b);
        var distance = 0;
        for (var bit = 0; bit < 256; bit++)
        {
            distance += ((a[bit / 8] ^ b[bit / 8]) >> (bit % 8)) & 1;
        }

        return distance;
    }

    /// <summary>An index with no batched search of its own.</summary>
    sealed class OneByOne(LinearIndex<Hash256> inner) : IHashIndex<Hash256>
    {
        public int Count => inner.Count;

        public void SearchRadius(Hash256 query, int radius, List<SearchHit> hits) => inner.SearchRadius(query, radius, hits);

        public void SearchNearest(Hash256 query, int k, List<SearchHit> hits) => inner.SearchNearest(query, k, hits);
    }
}
