using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace HashMatch.Cli.Pipeline;

/// <summary>Works on inputs in parallel and hands the results on in the order of the inputs.</summary>
static class OrderedPipeline
{
    /// <summary>How far, per thread, work may run ahead of the result waited for: bounds the results held.</summary>
    const int WindowPerThread = 16;

    /// <summary>The results of <paramref name="work"/>, one for each input, in input order.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="threads">How many threads work, at least 1.</param>
    /// <param name="work">Called once for each input; it must not throw for bad input.</param>
    /// <param name="cancellation">Ends the enumeration at once; work under way is left behind.</param>
    internal static async IAsyncEnumerable<TResult> Run<TInput, TResult>(IReadOnlyList<TInput> inputs, int threads,
        Func<TInput, TResult> work, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Taken now: a thread may begin only after the run has ended, when the source gives no token any more.
        var stopped = stop.Token;
        // The results' channel is the bound: an input is only given out once its place in the order is taken.
        var ordered = Channel.CreateBounded<Task<TResult>>(threads * WindowPerThread);
        var open = Channel.CreateUnbounded<Task<TResult>>();
        var feeding = FeedAsync(inputs, work, ordered.Writer, open.Writer, stopped);
        for (var i = 0; i < Math.Min(threads, inputs.Count); i++)
        {
            // Decoders block their thread for long; background threads also let an interrupted run end.
            new Thread(() => RunOpenTasks(open.Reader, stopped)) { IsBackground = true, Name = "hashmatch worker" }.Start();
        }

        try
        {
            await foreach (var result in ordered.Reader.ReadAllAsync(cancellation))
            {
                yield return await result.WaitAsync(cancellation);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await feeding;
        }
    }

    static async Task FeedAsync<TInput, TResult>(IReadOnlyList<TInput> inputs, Func<TInput, TResult> work,
        ChannelWriter<Task<TResult>> ordered, ChannelWriter<Task<TResult>> open, CancellationToken stop)
    {
        try
        {
            foreach (var input in inputs)
            {
                var task = new Task<TResult>(() => work(input));
                await ordered.WriteAsync(task, stop);
                open.TryWrite(task);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader stopped; what was not given out stays undone.
        }
        finally
        {
            ordered.Complete();
            open.Complete();
        }
    }

    static void RunOpenTasks<TResult>(ChannelReader<Task<TResult>> open, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested && open.WaitToReadAsync(stop).AsTask().GetAwaiter().GetResult())
            {
                while (!stop.IsCancellationRequested && open.TryRead(out var task))
                {
                    task.RunSynchronously();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for the rest.
        }
    }
}
