using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Indexes;

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
        index.SearchRadius(default, 256, hits);
        index.SearchNearest(default, 10, hits);
        var before = GC.GetAllocatedBytesForCurrentThread();
        index.SearchRadius(default, 256, hits);
        index.SearchNearest(default, 10, hits);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Bounds_outside_their_range_are_refused()
    {
        LinearIndex<Hash256> index = new();

        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchRadius(default, -1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchRadius(default, 257, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchNearest(default, 0, []));
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
}
