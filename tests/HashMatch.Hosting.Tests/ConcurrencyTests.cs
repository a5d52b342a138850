using HashMatch.Catalog;
using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Hosting.Tests;

public class ConcurrencyTests
{
    const int Groups = 40;
    const int Copies = 12;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_each_group_exactly_one_item_is_the_first_whoever_submits_it(bool remembers)
    {
        using TemporaryFolder folder = new();
        using MatchService service = new([], new()
        {
            Decoder = new FakeDecoder(),
            Parallelism = 3,
            Forms = FormKinds.None,
            Bounds = MatchOptions.Default with { MinQuality = 0 },
            CatalogPath = remembers ? folder.Path("seen.db") : null,
        });
        Random random = new(5);
        var items = Enumerable.Range(0, Groups * Copies).Select(i => (Group: i % Groups, Submission: Submission.OfBytes($"{i}", FakeDecoder.File(i % Groups, i)))).ToArray();
        random.Shuffle(items);

        // Eight submitters, every way to submit.
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            var mine = items.Where((_, i) => i % 8 == worker).ToArray();
            List<(int Group, MatchResult Result)> found = [];
            if (worker == 0)
            {
                var i = 0;
                await foreach (var result in service.SubmitAll(mine.Select(item => item.Submission).ToAsyncEnumerable()))
                {
                    found.Add((mine[i++].Group, result));
                }
            }
            else
            {
                foreach (var (group, item) in mine)
                {
                    found.Add((group, worker % 2 == 0 ? service.Submit(item) : await service.SubmitAsync(item)));
                }
            }

            return found;
        }, TestContext.Current.CancellationToken)));

        var all = results.SelectMany(found => found).ToArray();
        Assert.Equal(items.Length, all.Select(result => result.Result.Id).Distinct().Count());
        foreach (var group in all.GroupBy(result => result.Group))
        {
            var first = Assert.Single(group, result => result.Result.Verdict == Verdict.FirstGeneration).Result;
            Assert.All(group.Where(result => result.Result != first), repeat =>
                Assert.Equal((Verdict.Repeat, first.Id), (repeat.Result.Verdict, repeat.Result.FirstGeneration?.Path)));
        }

        service.Dispose();
        if (remembers)
        {
            using var reader = CatalogReader.Open(folder.Path("seen.db"));
            Assert.Equal(items.Length, reader.ReadItems().Count());
            reader.Verify();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_that_was_disposed_says_so(bool remembers)
    {
        using TemporaryFolder folder = new();
        MatchService service = new([], new() { CatalogPath = remembers ? folder.Path("seen.db") : null });
        service.Dispose();
        service.Dispose();
        var item = Drawn.Items(1, 1)[0];

        Assert.Throws<ObjectDisposedException>(() => service.Submit(item));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => service.SubmitAsync(item, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => service.SubmitAsync(Submission.OfFile("a"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_held_at_once_is_bounded_by_the_pixels_of_one_picture()
    {
        FakeDecoder decoder = new() { OnDecode = _ => Thread.Sleep(5) };
        using MatchService service = new([], new() { Decoder = decoder, Parallelism = 8, Decode = new() { MaxPixels = 64 * 64 * 2 } });

        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => service.SubmitAsync(Submission.OfBytes($"{i}", FakeDecoder.File(i, i)))));

        Assert.InRange(decoder.Most, 1, 2);
    }

    [Fact]
    public async Task Streams_and_files_do_not_wait_for_one_another_in_a_ring()
    {
        using TemporaryFolder folder = new();
        var file = folder.Path("a");
        await File.WriteAllBytesAsync(file, FakeDecoder.File(1, 1), TestContext.Current.CancellationToken);
        using MatchService service = new([], new() { Decoder = new FakeDecoder(), Parallelism = 1, Decode = new() { MaxBytes = 8, MaxPixels = 64 * 64 } });

        // Each stream counts as all that may be held, and so does each file.
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => service.SubmitAsync(
            i % 2 == 0 ? Submission.OfFile(file) : Submission.OfStream($"{i}", new OneWayStream(FakeDecoder.File(i, i)))))).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.All(results, result => Assert.Null(result.Error));
    }
}
