using System.Collections.Concurrent;

namespace HashMatch.Hosting.Pipeline;

/// <summary>A fixed number of threads for work that blocks: begun as work comes, ended by disposal.</summary>
/// <remarks>
/// Thread-safe. Decoders hold their thread for long, so the threads are not those of the pool; as background threads they
/// let a process end.
/// </remarks>
/// <param name="most">How many threads, at least 1.</param>
sealed class WorkerThreads(int most) : IDisposable
{
    readonly BlockingCollection<WorkItem> _items = [];
    int _begun;

    /// <summary>Has work done; its exception becomes that of the task.</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="cancellation">Cancels what has not begun; what has is brought to its end.</param>
    /// <exception cref="ObjectDisposedException">The threads were disposed.</exception>
    internal Task<T> Run<T>(Func<T> work, CancellationToken cancellation)
    {
        WorkItem<T> item = new(work, cancellation);
        try
        {
            _items.Add(item, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            item.Abandon();
            throw new ObjectDisposedException(nameof(WorkerThreads));
        }

        if (Volatile.Read(ref _begun) < most && Interlocked.Increment(ref _begun) <= most)
        {
            new Thread(RunAll) { IsBackground = true, Name = "hashmatch worker" }.Start();
        }

        return item.Task;
    }

    /// <summary>Ends the threads after what they are at; work not begun is cancelled.</summary>
    public void Dispose()
    {
        // The collection itself stays: threads may still look into it.
        _items.CompleteAdding();
        while (_items.TryTake(out var item))
        {
            item.Abandon();
        }
    }

    void RunAll()
    {
        foreach (var item in _items.GetConsumingEnumerable())
        {
            item.Run();
        }
    }
}
