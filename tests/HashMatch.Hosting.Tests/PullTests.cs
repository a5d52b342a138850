using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Hosting.Tests;

public class PullTests
{
    const int MaxAhead = 5;

    int _pulled;
    bool _isSourceClosed;

    [Fact]
    public async Task The_source_is_asked_no_faster_than_results_are_taken()
    {
        using var service = Create();
        var taken = 0;

        await foreach (var _ in service.SubmitAll(Source(Drawn.Pictures(1, 60)), TestContext.Current.CancellationToken))
        {
            taken++;
            await Task.Delay(taken < 5 ? 50 : 0, TestContext.Current.CancellationToken);
            // One waits for room, with the item that was taken last still in hand.
            Assert.InRange(Volatile.Read(ref _pulled), taken, taken + MaxAhead + 1);
        }

        Assert.Equal(60, taken);
    }

    [Fact]
    public async Task Nothing_is_asked_for_before_results_are()
    {
        using var service = Create();

        var results = service.SubmitAll(Source(Drawn.Pictures(1, 60)), TestContext.Current.CancellationToken);
        await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.Equal(0, _pulled);
        Assert.NotNull(results);
    }

    [Fact]
    public async Task A_source_that_throws_ends_the_results_after_those_before_it()
    {
        using var service = Create();
        var items = Drawn.Pictures(1, 12);
        List<string> results = [];

        var failure = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var result in service.SubmitAll(Source(items, new FormatException("source")), TestContext.Current.CancellationToken))
            {
                results.Add(result.Id);
            }
        });

        Assert.Equal("source", failure.Message);
        Assert.Equal(items.Select(item => item.Id), results);
        Assert.True(_isSourceClosed);
    }

    [Fact]
    public async Task A_mistake_among_the_items_ends_the_results_after_those_before_it()
    {
        using var service = Create();
        List<Submission> items = [.. Drawn.Pictures(1, 3), Submission.OfForms("bad", Drawn.Forms(default), HashProfile.PdqFast), .. Drawn.Pictures(2, 3)];
        var results = 0;

        await Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            await foreach (var _ in service.SubmitAll(Source(items), TestContext.Current.CancellationToken))
            {
                results++;
            }
        });

        Assert.Equal(3, results);
    }

    [Fact]
    public async Task A_reader_that_stops_leaves_the_rest_undecided()
    {
        using var service = Create();
        var items = Drawn.Pictures(1, 40);
        List<string> lines = [];
        await foreach (var result in service.SubmitAll(Source(items), TestContext.Current.CancellationToken))
        {
            lines.Add(Drawn.Line(result));
            if (lines.Count == 15)
            {
                break;
            }
        }

        Assert.True(_isSourceClosed);
        await foreach (var result in service.SubmitAll(Source(items[15..]), TestContext.Current.CancellationToken))
        {
            lines.Add(Drawn.Line(result));
        }

        Assert.Equal(UninterruptedLines(items), lines);
    }

    [Fact]
    public async Task A_token_stops_between_two_results()
    {
        using CancellationTokenSource cancellation = new();
        using var service = Create();
        var items = Drawn.Pictures(1, 40);
        List<string> lines = [];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in service.SubmitAll(Source(items), cancellation.Token))
            {
                lines.Add(Drawn.Line(result));
                if (lines.Count == 15)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.True(_isSourceClosed);
        await foreach (var result in service.SubmitAll(Source(items[lines.Count..]), TestContext.Current.CancellationToken))
        {
            lines.Add(Drawn.Line(result));
        }

        Assert.Equal(UninterruptedLines(items), lines);
    }

    [Fact]
    public async Task What_is_cancelled_while_it_waits_was_not_decided()
    {
        using CancellationTokenSource cancellation = new();
        using ManualResetEventSlim gate = new();
        using SemaphoreSlim begun = new(0);
        using MatchService service = new([], new()
        {
            Parallelism = 1,
            Decoder = new FakeDecoder
            {
                OnDecode = picture =>
                {
                    if (picture == 1)
                    {
                        begun.Release();
                        gate.Wait(TestContext.Current.CancellationToken);
                    }
                },
            },
        });
        var first = service.SubmitAsync(Submission.OfBytes("first", FakeDecoder.File(1, 1)), TestContext.Current.CancellationToken);
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        var second = service.SubmitAsync(Submission.OfBytes("second", FakeDecoder.File(2, 2)), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.Set();
        Assert.Equal(Verdict.FirstGeneration, (await first).Verdict);
        Assert.Equal(Verdict.FirstGeneration, (await service.SubmitAsync(Submission.OfBytes("second", FakeDecoder.File(2, 2)), TestContext.Current.CancellationToken)).Verdict);
    }

    static MatchService Create() => new([], new() { Decoder = new FakeDecoder(), Parallelism = 3, MaxAhead = MaxAhead });

    static List<string> UninterruptedLines(List<Submission> items)
    {
        using var service = Create();
        return items.ConvertAll(item => Drawn.Line(service.Submit(item)));
    }

    async IAsyncEnumerable<Submission> Source(IEnumerable<Submission> items, Exception? end = null)
    {
        try
        {
            foreach (var item in items)
            {
                Interlocked.Increment(ref _pulled);
                await Task.Yield();
                yield return item;
            }

            if (end is not null)
            {
                throw end;
            }
        }
        finally
        {
            _isSourceClosed = true;
        }
    }
}
