using HashMatch.Hosting.Pipeline;

namespace HashMatch.Hosting.Tests;

public class OrderedPipelineTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 100)]
    [InlineData(4, 1)]
    [InlineData(4, 500)]
    public async Task Results_come_in_the_order_of_the_inputs(int threads, int count)
    {
        int[] inputs = [.. Enumerable.Range(0, count)];
        List<int> results = [];

        await foreach (var result in OrderedPipeline.Run(inputs, threads, Work, TestContext.Current.CancellationToken))
        {
            results.Add(result);
        }

        Assert.Equal(inputs.Select(input => input * 2), results);

        // Later inputs finish first.
        static int Work(int input)
        {
            Thread.SpinWait(100 * (17 - (input % 17)));
            return input * 2;
        }
    }

    [Fact]
    public async Task Work_runs_ahead_only_by_a_bounded_window()
    {
        var started = 0;
        var results = OrderedPipeline.Run<int, int>([.. Enumerable.Range(0, 10_000)], 2,
            input => Interlocked.Increment(ref started), TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        await results.MoveNextAsync();
        await Task.Delay(200, TestContext.Current.CancellationToken);

        Assert.InRange(started, 1, 100);
        await results.DisposeAsync();
    }

    [Fact]
    public async Task An_interrupt_ends_the_enumeration_though_work_hangs()
    {
        using CancellationTokenSource interrupt = new();
        using ManualResetEventSlim never = new();
        var results = OrderedPipeline.Run<int, int>([0, 1, 2], 1, input =>
        {
            if (input == 1)
            {
                interrupt.Cancel();
                never.Wait(TestContext.Current.CancellationToken);
            }

            return input;
        }, interrupt.Token);

        List<int> seen = [];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in results)
            {
                seen.Add(result);
            }
        });

        Assert.DoesNotContain(1, seen);
        never.Set();
    }

    [Fact]
    public async Task A_run_that_ends_before_all_its_threads_began_ends_quietly()
    {
        // An exception in a late thread would end the process, and the tests with it.
        for (var run = 0; run < 3000; run++)
        {
            await foreach (var result in OrderedPipeline.Run([1, 2, 3, 4, 5, 6, 7, 8], 8, input => input, TestContext.Current.CancellationToken))
            {
                Assert.InRange(result, 1, 8);
            }
        }
    }

    [Fact]
    public async Task An_input_that_cannot_be_had_fails_the_enumeration_after_the_results_before_it()
    {
        List<int> results = [];

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var batch in OrderedPipeline.RunBatches(Inputs(), 16, 4, (input, _) => Task.FromResult(input), TestContext.Current.CancellationToken))
            {
                results.AddRange(batch);
            }
        });

        Assert.Equal("source", failure.Message);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], results);

        static async IAsyncEnumerable<int> Inputs()
        {
            for (var i = 0; i < 7; i++)
            {
                yield return i;
            }

            await Task.Yield();
            throw new InvalidOperationException("source");
        }
    }

    [Fact]
    public async Task Work_that_fails_ends_the_enumeration_after_the_results_before_it()
    {
        List<int> results = [];

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var batch in OrderedPipeline.RunBatches(Enumerable.Range(0, 20).ToAsyncEnumerable(), 8, 8,
                (input, _) => input == 5 ? Task.FromException<int>(new InvalidOperationException()) : Task.FromResult(input), TestContext.Current.CancellationToken))
            {
                results.AddRange(batch);
            }
        });

        Assert.Equal([0, 1, 2, 3, 4], results);
    }

    [Fact]
    public async Task Work_that_has_begun_is_over_when_the_enumeration_has_ended()
    {
        using WorkerThreads workers = new(2);
        using SemaphoreSlim begun = new(0);
        var under = 0;
        var results = OrderedPipeline.RunBatches(Enumerable.Range(0, 100).ToAsyncEnumerable(), 8, 1, (input, stop) => workers.Run(() =>
        {
            Interlocked.Increment(ref under);
            begun.Release();
            Thread.Sleep(20);
            Interlocked.Decrement(ref under);
            return input;
        }, stop), TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        await results.MoveNextAsync();
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        await results.DisposeAsync();

        Assert.Equal(0, under);
    }

    [Fact]
    public async Task Work_that_has_not_begun_is_cancelled()
    {
        using WorkerThreads workers = new(1);
        using CancellationTokenSource cancellation = new();
        using ManualResetEventSlim gate = new();
        var first = workers.Run(() => gate.Wait(Timeout.Infinite, CancellationToken.None), CancellationToken.None);
        var second = workers.Run(() => true, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.Set();
        Assert.True(await first);
    }

    [Fact]
    public async Task Threads_that_are_disposed_take_no_work_and_drop_what_waits()
    {
        WorkerThreads workers = new(1);
        using ManualResetEventSlim gate = new();
        using ManualResetEventSlim begun = new();
        var first = workers.Run(() =>
        {
            begun.Set();
            return gate.Wait(Timeout.Infinite, CancellationToken.None);
        }, CancellationToken.None);
        begun.Wait(TestContext.Current.CancellationToken);
        var second = workers.Run(() => true, CancellationToken.None);

        workers.Dispose();
        gate.Set();

        Assert.True(await first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Throws<ObjectDisposedException>(() => { _ = workers.Run(() => true, CancellationToken.None); });
    }
}
