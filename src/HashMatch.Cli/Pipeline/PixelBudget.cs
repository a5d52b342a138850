namespace HashMatch.Cli.Pipeline;

/// <summary>Bounds the pixels decoded at once over all threads, so that memory does not grow with the number of cores.</summary>
/// <remarks>Thread-safe. A picture as large as the whole budget waits until it is alone.</remarks>
sealed class PixelBudget(long capacity)
{
    readonly long _capacity = capacity;
    readonly Lock _gate = new();
    readonly LinkedList<(long Pixels, ManualResetEventSlim Admitted)> _waiting = [];
    long _free = capacity;

    /// <summary>Waits for room, first come first served, and takes it.</summary>
    internal Lease Take(long pixels)
    {
        var wanted = Math.Min(pixels, _capacity);
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

        admitted.Wait();
        admitted.Dispose();
        return new Lease(this, wanted);
    }

    void Return(long pixels)
    {
        lock (_gate)
        {
            _free += pixels;
            while (_waiting.First is { } first && first.Value.Pixels <= _free)
            {
                _free -= first.Value.Pixels;
                _waiting.RemoveFirst();
                first.Value.Admitted.Set();
            }
        }
    }

    /// <summary>Room that was taken; dispose it once to give it back.</summary>
    internal readonly struct Lease(PixelBudget budget, long pixels) : IDisposable
    {
        public void Dispose() => budget.Return(pixels);
    }
}
