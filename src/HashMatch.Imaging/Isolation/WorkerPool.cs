namespace HashMatch.Imaging.Isolation;

/// <summary>Workers, started as they are needed and kept for the next picture. Thread-safe.</summary>
/// <remarks>There is one more than pictures that may hold one, so whoever waits for a worker never waits for a picture.</remarks>
sealed class WorkerPool(IsolationOptions options) : IDisposable
{
    // Somebody may kill a worker while it starts.
    const int Tries = 5;

    readonly SemaphoreSlim _places = new(options.Workers + 1);
    readonly Lock _gate = new();
    readonly Stack<WorkerProcess> _idle = [];
    int _held;
    bool _isDisposed;

    /// <summary>The workers that wait.</summary>
    internal IReadOnlyList<WorkerProcess> Idle
    {
        get
        {
            lock (_gate)
            {
                return [.. _idle];
            }
        }
    }

    /// <summary>A worker of at least those limits; waits while all are at work.</summary>
    /// <param name="limits">What it must have.</param>
    /// <param name="isFresh">Whether it must not have seen a file before.</param>
    /// <exception cref="DecodeWorkerException">None can be started.</exception>
    internal WorkerProcess Take(WorkerLimits limits, bool isFresh = false)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _places.Wait();
        try
        {
            return isFresh ? StartFresh(limits) : TryTakeIdle(limits) ?? Start(limits);
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
            return _held < options.Workers && ++_held > 0;
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
                _idle.Push(worker);
            }
        }

        if (!isKept)
        {
            worker.Dispose();
        }

        _places.Release();
    }

    /// <summary>Ends a worker that is no good.</summary>
    internal void Discard(WorkerProcess worker)
    {
        worker.Dispose();
        _places.Release();
    }

    /// <summary>Ends the idle workers; the others end when they come back.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
        }

        while (TryPop(out var worker))
        {
            worker.Dispose();
        }
    }

    bool TryPop([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WorkerProcess? worker)
    {
        lock (_gate)
        {
            return _idle.TryPop(out worker);
        }
    }

    WorkerProcess? TryTakeIdle(WorkerLimits limits)
    {
        while (TryPop(out var worker))
        {
            // Its room or its limits do not do, or it died while it had nothing to do.
            if (worker.Limits.Covers(limits) && !worker.HasEnded)
            {
                return worker;
            }

            worker.Dispose();
        }

        return null;
    }

    /// <summary>A new worker in the place of an idle one, if there is any.</summary>
    WorkerProcess StartFresh(WorkerLimits limits)
    {
        if (TryPop(out var worker))
        {
            worker.Dispose();
        }

        return Start(limits);
    }

    WorkerProcess Start(WorkerLimits limits)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return WorkerProcess.Start(options, limits);
            }
            catch (DecodeWorkerException exception) when (exception.WasKilled && tries < Tries)
            {
            }
        }
    }
}
