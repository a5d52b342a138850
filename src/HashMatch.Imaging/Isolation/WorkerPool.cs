namespace HashMatch.Imaging.Isolation;

/// <summary>Workers, started as they are needed and kept for the next picture. Thread-safe.</summary>
/// <remarks>There is one more than pictures that may hold one, so whoever waits for a worker never waits for a picture.</remarks>
sealed class WorkerPool(IsolationOptions options) : IDisposable
{
    readonly SemaphoreSlim _places = new(options.Workers + 1);
    readonly Lock _gate = new();
    readonly IdleWorkers _idle = new();
    int _taken;
    int _held;
    bool _isDisposed;

    /// <summary>The workers that wait.</summary>
    internal IReadOnlyList<WorkerProcess> Idle
    {
        get
        {
            lock (_gate)
            {
                return [.. _idle.All];
            }
        }
    }

    /// <summary>A worker of at least those limits; waits while all are at work.</summary>
    /// <param name="limits">What it must have.</param>
    /// <param name="isFresh">Whether it must not have seen a file before.</param>
    /// <exception cref="DecodeWorkerException">None can be started.</exception>
    /// <exception cref="DllNotFoundException">Workers lack the native library.</exception>
    /// <exception cref="ObjectDisposedException">The pool was disposed, perhaps while this waited.</exception>
    internal WorkerProcess Take(WorkerLimits limits, bool isFresh = false)
    {
        _places.Wait();
        try
        {
            return (isFresh ? null : TakeIdle(limits)) ?? StartNew(limits);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <summary>Whether a picture may keep its worker; else its pixels must be copied.</summary>
    internal bool TryHold()
    {
        lock (_gate)
        {
            if (_held == options.Workers)
            {
                return false;
            }

            _held++;
            return true;
        }
    }

    /// <summary>Takes a worker back that a picture held.</summary>
    internal void ReturnHeld(WorkerProcess worker)
    {
        lock (_gate)
        {
            _held--;
        }

        Return(worker);
    }

    /// <summary>Takes a worker back.</summary>
    internal void Return(WorkerProcess worker)
    {
        worker.Rest();
        bool isKept;
        lock (_gate)
        {
            isKept = !_isDisposed;
            if (isKept)
            {
                _taken--;
                _idle.Add(worker);
            }
        }

        if (isKept)
        {
            _places.Release();
        }
        else
        {
            Discard(worker);
        }
    }

    /// <summary>Ends a worker that is no good.</summary>
    internal void Discard(WorkerProcess worker)
    {
        worker.Dispose();
        Forget();
        _places.Release();
    }

    /// <summary>Ends the idle workers; the others end when they come back.</summary>
    public void Dispose()
    {
        while (Close() is { } worker)
        {
            worker.Dispose();
        }

        WorkerProcess? Close()
        {
            lock (_gate)
            {
                _isDisposed = true;
                return _idle.TakeOldest();
            }
        }
    }

    WorkerProcess? TakeIdle(WorkerLimits limits)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            while (_idle.TryTake(limits, out var worker))
            {
                if (!worker.HasEnded)
                {
                    _taken++;
                    return worker;
                }

                // It died while it had nothing to do.
                worker.Dispose();
            }

            return null;
        }
    }

    /// <summary>A new worker; where there are as many as there may be, one that is idle makes room.</summary>
    WorkerProcess StartNew(WorkerLimits limits)
    {
        WorkerProcess? surplus;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            surplus = _taken + _idle.All.Count == options.Workers + 1 ? _idle.TakeOldest() : null;
            _taken++;
        }

        try
        {
            surplus?.Dispose();
            return WorkerStart.Run(options, limits);
        }
        catch
        {
            Forget();
            throw;
        }
    }

    void Forget()
    {
        lock (_gate)
        {
            _taken--;
        }
    }
}
