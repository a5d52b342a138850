using HashMatch.Imaging.Isolation;

namespace HashMatch.Imaging.Tests.Isolation;

/// <summary>Which worker is taken, which is started and which ends. Two pictures may keep one, so there are three at most.</summary>
public sealed class WorkerPoolTests : IDisposable
{
    static readonly WorkerLimits s_small = WorkerLimits.For(DecodeOptions.Default, null, 1000, 1000);
    static readonly WorkerLimits s_large = WorkerLimits.For(DecodeOptions.Default, null, 1000, 50_000_000);
    static readonly WorkerLimits s_other = WorkerLimits.For(DecodeOptions.Default with { MaxPixels = 5000 }, null, 1000, 1000);

    readonly IsolatedDecoder _decoder = FaultyWorkers.Start(options => options with { Workers = 2 });

    WorkerPool Pool => _decoder.Pool;

    public void Dispose() => _decoder.Dispose();

    [Fact]
    public void A_picture_gets_the_worker_with_the_least_room_that_does()
    {
        var (small, large) = (Pool.Take(s_small), Pool.Take(s_large));
        Pool.Return(small);
        Pool.Return(large);

        Assert.Same(small, Pool.Take(s_small));
        Assert.Same(large, Pool.Take(s_small));
        Assert.Empty(Pool.Idle);
        Pool.Return(small);
        Pool.Return(large);
        Assert.Same(large, Pool.Take(s_large));
        Pool.Return(large);
    }

    [Fact]
    public void One_that_does_not_do_ends_only_to_make_room()
    {
        WorkerProcess[] small = [Pool.Take(s_small), Pool.Take(s_small)];
        Array.ForEach(small, Pool.Return);

        var large = Pool.Take(s_large);
        Assert.Equal(small, Pool.Idle);

        var other = Pool.Take(s_other);
        // The one that has waited longest made room.
        Assert.Same(small[1], Assert.Single(Pool.Idle));
        Pool.Return(large);
        Pool.Return(other);
        Assert.Equal([small[1], large, other], Pool.Idle);
    }

    [Fact]
    public void A_second_try_is_made_in_a_worker_that_has_seen_no_file()
    {
        var used = Pool.Take(s_small);
        Pool.Return(used);

        var fresh = Pool.Take(s_small, isFresh: true);

        Assert.NotEqual(used.Id, fresh.Id);
        Pool.Return(fresh);
        Assert.Equal([used, fresh], Pool.Idle);
    }

    [Fact]
    public void Of_workers_that_cannot_be_started_none_is_counted()
    {
        using var decoder = FaultyWorkers.Start(options => options with { Program = "/nonexistent/program", Workers = 1 });
        for (var i = 0; i < 4; i++)
        {
            Assert.Throws<DecodeWorkerException>(() => decoder.Pool.Take(s_small));
        }
    }

    [Fact]
    public void Who_waits_for_a_worker_of_a_pool_that_is_disposed_meanwhile_gets_none()
    {
        WorkerProcess[] all = [Pool.Take(s_small), Pool.Take(s_small), Pool.Take(s_small)];
        ObjectDisposedException? thrown = null;
        Thread waiting = new(() => thrown = Assert.Throws<ObjectDisposedException>(() => Pool.Take(s_small)));
        waiting.Start();

        Pool.Dispose();
        Array.ForEach(all, Pool.Return);

        waiting.Join();
        Assert.NotNull(thrown);
        Assert.All(all, worker => Assert.Throws<InvalidOperationException>(() => worker.Id));
    }

    [Fact]
    public void What_was_said_of_one_file_is_not_held_against_the_next_and_leaves_it_room_to_speak()
    {
        var worker = Pool.Take(s_small);
        Assert.Null(Decode(worker, "say-memory"));
        Assert.Equal(WorkerEnd.Crashed, Decode(worker, "segfault"));
        Pool.Discard(worker);

        worker = Pool.Take(WorkerLimits.For(DecodeOptions.Default, 1L << 30, 1000, 1000));
        Assert.Null(Decode(worker, "say-memory"));
        Assert.Equal(WorkerEnd.OutOfMemory, Decode(worker, "native-memory"));
        Pool.Discard(worker);
    }

    static WorkerEnd? Decode(WorkerProcess worker, string fault) => worker.Decode(FaultyWorkers.JpegWith(fault), DecodeOptions.Default, out _);
}
