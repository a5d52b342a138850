using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Tests.Indexes;

public sealed class LinearIndexConcurrencyTests
{
    /// <remarks>
    /// Hashes of a few bits, so that a half-written code or an id not yet there would be a nearer hit, or a wrong id.
    /// </remarks>
    [Fact]
    public async Task Searches_see_whole_hashes_and_all_that_were_there_before()
    {
        const int Total = 40_000;
        LinearIndex<Hash256> index = new();
        var written = 0;
        var writer = Task.Run(() =>
        {
            for (var i = 0; i < Total; i++)
            {
                index.Add(Code(i), i);
                Volatile.Write(ref written, i + 1);
            }
        }, TestContext.Current.CancellationToken);

        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            List<SearchHit> hits = [];
            for (var before = 0; before < Total;)
            {
                before = Volatile.Read(ref written);
                index.SearchRadius(default, 256, hits);
                Assert.True(hits.Count >= before);
                Assert.All(hits, hit => Assert.Equal(Code(hit.Id).PopCount, hit.Distance));
                Assert.Equal(hits.Count, hits.Select(hit => hit.Id).Distinct().Count());
            }
        }, TestContext.Current.CancellationToken)).ToArray();

        await writer;
        await Task.WhenAll(readers);
    }

    static Hash256 Code(int id)
    {
        var mixed = (ulong)(id + 1) * 0x9E3779B97F4A7C15UL;
        return new Hash256(mixed, mixed * 3, mixed * 5, mixed * 7);
    }
}
