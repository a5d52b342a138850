namespace HashMatch.Imaging;

/// <summary>Bounds what all threads hold at once, bytes or pixels, so that memory does not grow with the number of cores.</summary>
/// <remarks>Thread-safe. What is as large as the whole budget waits until it is alone.</remarks>
sealed class WorkBudget(long capacity)
{
    readonly long _capacity = capacity;
    readonly Lock _gate = new();
    readonly LinkedList<Request> _waiting = [];
    long _free = capacity;

    /// <summary>Waits for room, first come first served, and takes it.</summary>
    internal Lease Take(long amount)
    {
        var wanted = Math.Min(amount, _capacity);
        Enter(wanted)?.Value.Admitted.Task.Wait();
        return new Lease(this, wanted);
    }

    /// <summary>The same without holding a thread meanwhile.</summary>
    internal async ValueTask<Lease> TakeAsync(long amount, CancellationToken cancellation)
    {
        var wanted = Math.Min(amount, _capacity);
        if (Enter(wanted) is { } request)
        {
            try
            {
                await request.Value.Admitted.Task.WaitAsync(cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Withdraw(request);
                throw;
            }
        }

        return new Lease(this, wanted);
    }

    /// <summary>Takes the room if there is any; else gives what waits for it.</summary>
    LinkedListNode<Request>? Enter(long wanted)
    {
        lock (_gate)
        {
            if (_waiting.Count == 0 && wanted <= _free)
            {
                _free -= wanted;
                return null;
            }

            return _waiting.AddLast(new Request(wanted, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
        }
    }

    void Withdraw(LinkedListNode<Request> request)
    {
        lock (_gate)
        {
            // It may have been admitted meanwhile.
            if (request.List is null)
            {
                _free += request.Value.Amount;
            }
            else
            {
                _waiting.Remove(request);
            }

            Admit();
        }
    }

    void Return(long amount)
    {
        lock (_gate)
        {
            _free += amount;
            Admit();
        }
    }

    void Admit()
    {
        while (_waiting.First is { } first && first.Value.Amount <= _free)
        {
            _free -= first.Value.Amount;
            _waiting.RemoveFirst();
            first.Value.Admitted.SetResult();
        }
    }

    /// <summary>Room that was taken; dispose it once to give it back.</summary>
    internal readonly struct Lease(WorkBudget budget, long amount) : IDisposable
    {
        public void Dispose() => budget.Return(amount);
    }

    readonly record struct Request(long Amount, TaskCompletionSource Admitted);
}
