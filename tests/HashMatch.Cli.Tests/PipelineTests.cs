using HashMatch.Cli.Pipeline;

namespace HashMatch.Cli.Tests;

public class PipelineTests
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
    public async Task What_is_held_at_once_never_exceeds_the_budget()
    {
        WorkBudget budget = new(100);
        var used = 0;
        var most = 0;
        Lock gate = new();
        await Parallel.ForEachAsync(Enumerable.Range(1, 400), new ParallelOptions { MaxDegreeOfParallelism = 8 }, (i, _) =>
        {
            var pixels = (i * 37 % 150) + 1;
            using var lease = budget.Take(pixels);
            var taken = Math.Min(pixels, 100);
            lock (gate)
            {
                used += taken;
                most = Math.Max(most, used);
            }

            Thread.SpinWait(200);
            lock (gate)
            {
                used -= taken;
            }

            return ValueTask.CompletedTask;
        });

        Assert.InRange(most, 1, 100);
        Assert.Equal(0, used);
    }
}
