using System.Runtime.ExceptionServices;

namespace HashMatch.Indexes.Internals;

/// <summary>Lets threads work on chunks side by side and hands their pairs on in the order of the chunks.</summary>
/// <remarks>
/// A chunk and a buffer are taken together, so the chunk whose turn it is always has one and no wait can last for ever.
/// Only whoever holds the turn calls the sink, outside the lock.
/// </remarks>
sealed class PairOutlet
{
    /// <summary>Chunks a thread may finish while an earlier one still runs.</summary>
    const int BuffersPerThread = 8;

    readonly object _gate = new();
    readonly Action<ReadOnlySpan<HashPair>> _sink;
    readonly int _chunks;
    readonly Stack<PairBuffer> _free = [];
    readonly Dictionary<int, PairBuffer> _finished = [];
    int _taken;
    int _turn;
    Exception? _failure;

    internal PairOutlet(Action<ReadOnlySpan<HashPair>> sink, int chunks)
    {
        _sink = sink;
        _chunks = chunks;
    }

    /// <summary>Works through all chunks on the calling thread and on as many more as are allowed.</summary>
    internal void Run(int threads, Action<PairBuffer> compare)
    {
        threads = Math.Clamp(_chunks, 1, threads);
        for (var i = 0; i < (threads == 1 ? 1 : threads * BuffersPerThread); i++)
        {
            _free.Push(new PairBuffer(this));
        }

        var helpers = new Task[threads - 1];
        for (var i = 0; i < helpers.Length; i++)
        {
            helpers[i] = Task.Factory.StartNew(
                () => Work(compare), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Work(compare);
        Task.WaitAll(helpers);
        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }
    }

    /// <summary>Empties the buffer of a chunk that is still being worked on, as soon as its turn comes.</summary>
    internal void Pour(PairBuffer buffer)
    {
        lock (_gate)
        {
            while (_turn != buffer.Chunk)
            {
                if (_failure is not null)
                {
                    throw new OperationCanceledException();
                }

                Monitor.Wait(_gate);
            }
        }

        _sink(buffer.Pairs);
        buffer.Clear();
    }

    void Work(Action<PairBuffer> compare)
    {
        try
        {
            while (Take() is { } buffer)
            {
                compare(buffer);
                Finish(buffer);
            }
        }
        catch (Exception exception)
        {
            lock (_gate)
            {
                _failure ??= exception;
                Monitor.PulseAll(_gate);
            }
        }
    }

    PairBuffer? Take()
    {
        lock (_gate)
        {
            while (_failure is null && _taken < _chunks && _free.Count == 0)
            {
                Monitor.Wait(_gate);
            }

            if (_failure is not null || _taken == _chunks)
            {
                return null;
            }

            var buffer = _free.Pop();
            buffer.Chunk = _taken++;
            return buffer;
        }
    }

    void Finish(PairBuffer finished)
    {
        lock (_gate)
        {
            if (finished.Chunk != _turn)
            {
                _finished.Add(finished.Chunk, finished);
                return;
            }
        }

        // The turn stays here for the chunks that ended before it came to them.
        for (PairBuffer? buffer = finished; buffer is not null;)
        {
            if (!buffer.Pairs.IsEmpty)
            {
                _sink(buffer.Pairs);
                buffer.Clear();
            }

            lock (_gate)
            {
                _free.Push(buffer);
                _turn++;
                _finished.Remove(_turn, out buffer);
                Monitor.PulseAll(_gate);
            }
        }
    }
}
