using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace HashMatch.Hosting.Pipeline;

/// <summary>Works on inputs in parallel and hands the results on in the order of the inputs.</summary>
static class OrderedPipeline
{
    /// <summary>How far, per thread, a run over files may be ahead of the result waited for: bounds the results held.</summary>
    const int WindowPerThread = 16;

    /// <summary>The results of <paramref name="work"/>, one for each input, in input order, by threads of their own.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="threads">How many threads work, at least 1.</param>
    /// <param name="work">Called once for each input; it must not throw for bad input.</param>
    /// <param name="cancellation">Ends the enumeration at once; work under way is left behind.</param>
    internal static async IAsyncEnumerable<TResult> Run<TInput, TResult>(IReadOnlyList<TInput> inputs, int threads,
        Func<TInput, TResult> work, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using WorkerThreads workers = new(threads);
        var results = RunBatches(inputs.ToAsyncEnumerable(), threads * WindowPerThread, 1,
            (input, stop) => workers.Run(() => work(input), stop).WaitAsync(stop), cancellation);
        await foreach (var batch in results.ConfigureAwait(false))
        {
            yield return batch[0];
        }
    }

    /// <summary>The results of work that was begun for each input, in input order: each time the next one, and those behind it that are ready.</summary>
    /// <param name="inputs">
    /// The inputs, asked for only while there is room. An exception of theirs comes after the results of all before it.
    /// </param>
    /// <param name="ahead">How many results, at least 1, may be under way or wait.</param>
    /// <param name="most">How many results, at least 1, are handed on at once.</param>
    /// <param name="begin">Called once for each input; an exception of its task ends the enumeration.</param>
    /// <param name="cancellation">Ends the enumeration, as soon as the inputs and what was begun heed it or are done.</param>
    internal static async IAsyncEnumerable<IReadOnlyList<TResult>> RunBatches<TInput, TResult>(IAsyncEnumerable<TInput> inputs, int ahead,
        int most, Func<TInput, CancellationToken, Task<TResult>> begin, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // The results' channel is the bound: an input is only asked for once its place in the order is free.
        var ordered = Channel.CreateBounded<Task<TResult>>(ahead);
        var feeding = FeedAsync(inputs, begin, ordered.Writer, stop.Token);
        try
        {
            while (await ordered.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
            {
                List<TResult> batch = [];
                while (batch.Count < most && ordered.Reader.TryPeek(out var result) && (batch.Count == 0 || result.IsCompletedSuccessfully))
                {
                    batch.Add(await result.ConfigureAwait(false));
                    ordered.Reader.TryRead(out _);
                }

                yield return batch;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await feeding.ConfigureAwait(false);
            while (ordered.Reader.TryRead(out var left))
            {
                await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Begins the work on every input as soon as there is room; never throws.</summary>
    static async Task FeedAsync<TInput, TResult>(IAsyncEnumerable<TInput> inputs, Func<TInput, CancellationToken, Task<TResult>> begin,
        ChannelWriter<Task<TResult>> ordered, CancellationToken stop)
    {
        Exception? failure = null;
        try
        {
            var source = inputs.GetAsyncEnumerator(stop);
            await using (source.ConfigureAwait(false))
            {
                while (await ordered.WaitToWriteAsync(stop).ConfigureAwait(false) && await source.MoveNextAsync().ConfigureAwait(false))
                {
                    ordered.TryWrite(begin(source.Current, stop));
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader stopped; what was not asked for stays undone.
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        ordered.Complete(failure);
    }
}
