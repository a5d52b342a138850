using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Tests.Indexes;

public class MultiIndexHashTests
{
    [Fact]
    public void Any_number_of_threads_builds_the_same_tables()
    {
        var codes = SeededCollection.Hashes(1, 3_000);
        int[] ids = [.. Enumerable.Range(0, codes.Length)];

        var one = MultiIndexHash<Hash256>.Build(codes, ids).Tables;
        var many = MultiIndexHash<Hash256>.Build(codes, ids, threads: 5).Tables;

        Assert.Equal(one.Words.Span, many.Words.Span);
        Assert.Equal(one.Ids.Span, many.Ids.Span);
        Assert.Equal(one.Offsets.Span, many.Offsets.Span);
        Assert.Equal(one.Postings.Span, many.Postings.Span);
        Assert.Equal(one.Ring.Span, many.Ring.Span);
    }

    [Fact]
    public void A_million_hashes_take_at_most_140_bytes_each()
    {
        var codes = new Hash256[1_000_000];

        Assert.InRange(Bytes(MultiIndexHash<Hash256>.Build(codes, new int[codes.Length])) / (double)codes.Length, 132, 140);
    }

    [Fact]
    public void Hashes_that_crowd_in_one_bucket_are_scanned_and_found()
    {
        var codes = new Hash256[2_000];
        var tables = SlotTableBuilder.Build<Hash256>(codes, new int[codes.Length], 1);
        List<SearchHit> hits = [];

        Assert.False(SlotSearch<Hash256>.Default.TryCollect(
            tables, [default], 31, ProbeCost.Limits<Hash256>(codes.Length).Effort, new SlotHits(hits)));
        new MultiIndexHash<Hash256>(tables).SearchRadius(default, 31, hits);

        Assert.Equal(codes.Length, hits.Count);
    }

    [Fact]
    public void Probing_begins_where_it_pays()
    {
        Assert.InRange(ProbeCost.Limits<Hash256>(100).LargestRadius, -1, 15);
        Assert.InRange(ProbeCost.Limits<Hash256>(1_000_000).LargestRadius, 31, 100);
        Assert.InRange(ProbeCost.Limits<Hash64>(1_000_000).LargestRadius, 10, 30);
    }

    [Fact]
    public void A_warm_search_allocates_nothing()
    {
        var codes = SeededCollection.Hashes(2, 2_000);
        var index = new MultiIndexHash<Hash256>(SlotTableBuilder.Build<Hash256>(codes, new int[codes.Length], 1), limits: new ProbeLimits(47, int.MaxValue));
        List<SearchHit> hits = new(codes.Length);
        HitBatch batch = new();
        Assert.Equal(0, Allocations.OfWarm(Search));

        void Search()
        {
            index.SearchRadius(codes[100], 31, hits);
            index.SearchRadius(codes[100], 200, hits);
            index.SearchNearest(codes[100], 10, hits);
            index.SearchRadius(codes.AsSpan(0, 50), 31, batch);
        }
    }

    [Fact]
    public void Bounds_outside_their_range_are_refused()
    {
        var index = MultiIndexHash<Hash256>.Build([], []);

        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchRadius(default, -1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchRadius(default, 257, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchNearest(default, 0, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchRadius([default], 257, new HitBatch()));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultiIndexHash<Hash256>.Build([], [], threads: 0));
        Assert.Throws<ArgumentException>(() => MultiIndexHash<Hash256>.Build([default], []));
        Assert.Throws<ArgumentNullException>(() => index.SearchRadius(default, 0, (List<SearchHit>)null!));
        Assert.Throws<ArgumentNullException>(() => index.SearchNearest(default, 1, null!));
    }

    static long Bytes(MultiIndexHash<Hash256> index) => (index.Tables.Words.Length * 8L) + (index.Tables.Ids.Length * 4L) +
        (index.Tables.Offsets.Length * 4L) + (index.Tables.Postings.Length * 4L) + (index.Tables.Ring.Length * 2L);
}
