namespace HashMatch.Cli.Pipeline;

/// <summary>Bounds what all threads hold at once, bytes or pixels, so that memory does not grow with the number of cores.</summary>
/// <remarks>Thread-safe. What is as large as the whole budget waits until it is alone.</remarks>
sealed class WorkBudget(long capacity)
{
    readonly long _capacity = capacity;
    readonly Lock _gate = new();
    readonly LinkedList<(long Amount, ManualResetEventSlim Admitted)> _waiting = [];
    long _free = capacity;

    /// <summary>Waits for room, first come first served, and takes it.</summary>
    internal Lease Take(long amount)
    {
        var wanted = Math.Min(amount, _capacity);
        ManualResetEventSlim admitted;
        lock (_gate)
        {
            if (_waiting.Count == 0 && wanted <= _free)
            {
                _free -= wanted;
                return new Lease(this, wanted);
            }

            admitted = new ManualResetEventSlim();
            _waiting.AddLast((wanted, admitted));
        }

        // Not disposed: whoever sets it may still be at it.
        admitted.Wait();
        return new Lease(this, wanted);
    }

    void Return(long amount)
    {
        lock (_gate)
        {
            _free += amount;
            while (_waiting.First is { } first && first.Value.Amount <= _free)
            {
                _free -= first.Value.Amount;
                _waiting.RemoveFirst();
                first.Value.Admitted.Set();
            }
        }
    }

    /// <summary>Room that was taken; dispose it once to give it back.</summary>
    internal readonly struct Lease(WorkBudget budget, long amount) : IDisposable
    {
        public void Dispose() => budget.Return(amount);
    }
}
