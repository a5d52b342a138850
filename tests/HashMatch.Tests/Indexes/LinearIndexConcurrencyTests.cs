using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Tests.Indexes;

/// <summary>One thread adds while others search.</summary>
public sealed class LinearIndexConcurrencyTests
{
    static readonly Hash256 s_ones = new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    /// <remarks>Hashes of ones alone: one that is seen while half of its bits are written is less than 256 from zero.</remarks>
    [Fact]
    public async Task No_search_sees_a_hash_in_part()
    {
        for (var round = 0; round < 40; round++)
        {
            await AddWhileSearchingAsync(1_500, _ => s_ones, (index, _, hits) =>
            {
                index.SearchRadius(default, 255, hits);
                Assert.Empty(hits);
            });
        }
    }

    [Fact]
    public Task Every_search_sees_all_that_was_added_before_it_and_the_right_ids() =>
        AddWhileSearchingAsync(20_000, Code, (index, before, hits) =>
        {
            index.SearchRadius(default, 256, hits);
            Assert.True(hits.Count >= before);
            Assert.All(hits, hit => Assert.Equal(Code(hit.Id).PopCount, hit.Distance));
            Assert.Equal(hits.Count, hits.Select(hit => hit.Id).Distinct().Count());
        });

    static async Task AddWhileSearchingAsync(int total, Func<int, Hash256> code, Action<LinearIndex<Hash256>, int, List<SearchHit>> search)
    {
        LinearIndex<Hash256> index = new();
        var added = 0;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            List<SearchHit> hits = [];
            for (var before = 0; before < total;)
            {
                before = Volatile.Read(ref added);
                search(index, before, hits);
            }
        }, TestContext.Current.CancellationToken)).ToArray();

        for (var i = 0; i < total; i++)
        {
            index.Add(code(i), i);
            Volatile.Write(ref added, i + 1);
        }

        await Task.WhenAll(readers);
    }

    static Hash256 Code(int id)
    {
        var mixed = (ulong)(id + 1) * 0x9E3779B97F4A7C15UL;
        return new Hash256(mixed, mixed * 3, mixed * 5, mixed * 7);
    }
}
