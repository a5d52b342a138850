using HashMatch.Catalog;
using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Hosting.Tests;

public sealed class CatalogTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string Path => _folder.Path("seen.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_result_that_is_handed_out_is_on_the_disk()
    {
        using var service = Create();
        HashSet<string> acknowledged = [];
        await foreach (var result in service.SubmitAll(Drawn.Pictures(1, 60).ToAsyncEnumerable(), TestContext.Current.CancellationToken))
        {
            acknowledged.Add(result.Id);
            Assert.Superset(acknowledged, Logged());
        }

        await service.SubmitAsync(Submission.OfBytes("async", FakeDecoder.File(7, 1)), TestContext.Current.CancellationToken);
        Assert.Contains("async", Logged());
        service.Submit(Submission.OfBytes("sync", FakeDecoder.File(7, 2)));
        Assert.Contains("sync", Logged());
    }

    [Fact]
    public async Task Work_that_was_interrupted_and_submitted_again_ends_as_if_it_had_not_been()
    {
        var items = Drawn.Pictures(2, 120);
        List<string> expected = [];
        using (MatchService whole = new([], new() { Decoder = new FakeDecoder(), Forms = FormKinds.None }))
        {
            expected = items.ConvertAll(item => Drawn.Line(whole.Submit(item)));
        }

        Dictionary<string, string> acknowledged = [];
        foreach (var stopAt in (int[])[7, 40, 90])
        {
            using CancellationTokenSource cancellation = new();
            using var service = Create();
            try
            {
                await foreach (var result in service.SubmitAll(items.ToAsyncEnumerable(), cancellation.Token))
                {
                    Acknowledge(result);
                    if (result.Id == items[stopAt].Id)
                    {
                        await cancellation.CancelAsync();
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // As it was asked.
            }
        }

        using var last = Create();
        await foreach (var result in last.SubmitAll(items.ToAsyncEnumerable(), TestContext.Current.CancellationToken))
        {
            Acknowledge(result);
        }

        Assert.Equal(expected, items.Select(item => acknowledged[item.Id]));

        // The same however often it is said.
        void Acknowledge(MatchResult result)
        {
            var line = Drawn.Line(result);
            Assert.Equal(line, acknowledged.GetValueOrDefault(result.Id, line));
            acknowledged[result.Id] = line;
        }
    }

    [Fact]
    public void Bytes_that_were_seen_before_are_not_decoded_again()
    {
        FakeDecoder decoder = new();
        using (var service = Create(decoder))
        {
            service.Submit(Submission.OfBytes("a", FakeDecoder.File(1, 1)));
        }

        using var again = Create(decoder);
        var result = again.Submit(Submission.OfBytes("b", FakeDecoder.File(1, 1)));

        Assert.Equal(1, decoder.Count);
        Assert.Equal((Verdict.Repeat, MatchBasis.Exact, "a", 64), (result.Verdict, result.Basis, result.FirstGeneration?.Path, result.Width));
        Assert.NotNull(result.Hash);
    }

    [Fact]
    public void One_service_at_a_time_has_a_catalogue()
    {
        using (Create())
        {
            Assert.Throws<CatalogException>(() => Create());
        }

        using var next = Create();
        next.Submit(Submission.OfBytes("a", FakeDecoder.File(1, 1)));
    }

    [Fact]
    public void A_service_that_could_not_be_made_leaves_the_catalogue_to_the_next()
    {
        TestLog log = new() { OnLog = line => throw new InvalidOperationException(line) };

        Assert.Throws<InvalidOperationException>(() => new MatchService([], new() { Decoder = new FakeDecoder(), CatalogPath = Path, Forms = FormKinds.None }, log));

        using var next = Create();
        Assert.Equal(Verdict.FirstGeneration, next.Submit(Submission.OfBytes("a", FakeDecoder.File(1, 1))).Verdict);
    }

    [Fact]
    public void A_service_that_ends_says_so_in_the_catalogue()
    {
        using (var service = Create())
        {
            service.Submit(Submission.OfBytes("a", FakeDecoder.File(1, 1)));
        }

        using var reader = CatalogReader.Open(Path);
        Assert.NotNull(Assert.Single(reader.ReadRuns()).Finished);
    }

    MatchService Create(FakeDecoder? decoder = null) => new([], new()
    {
        Decoder = decoder ?? new FakeDecoder(),
        Parallelism = 3,
        Forms = FormKinds.None,
        CatalogPath = Path,
    });

    HashSet<string> Logged()
    {
        using var reader = CatalogReader.Open(Path);
        return [.. reader.ReadDecisions().Select(decision => decision.Place)];
    }
}
