namespace HashMatch.Imaging.Tests;

public class WorkBudgetTests
{
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

    [Fact]
    public async Task Who_waits_with_and_without_a_thread_is_served_in_the_order_of_coming()
    {
        WorkBudget budget = new(10);
        var all = budget.Take(10);
        var large = budget.TakeAsync(8, TestContext.Current.CancellationToken).AsTask();
        var small = budget.TakeAsync(1, TestContext.Current.CancellationToken).AsTask();

        Assert.False(large.IsCompleted || small.IsCompleted);
        all.Dispose();

        (await large).Dispose();
        (await small).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_room_to_those_behind()
    {
        WorkBudget budget = new(10);
        using CancellationTokenSource cancellation = new();
        var some = budget.Take(5);
        var large = budget.TakeAsync(10, cancellation.Token).AsTask();
        var small = budget.TakeAsync(5, TestContext.Current.CancellationToken).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        (await small).Dispose();
        some.Dispose();
        budget.Take(10).Dispose();
    }
}
