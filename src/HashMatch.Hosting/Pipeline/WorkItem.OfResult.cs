namespace HashMatch.Hosting.Pipeline;

/// <summary>A piece of work with a result.</summary>
sealed class WorkItem<T> : WorkItem
{
    // What waits for the result must not go on in a worker.
    readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Func<T> _work;
    readonly CancellationToken _cancellation;
    readonly CancellationTokenRegistration _registration;

    internal WorkItem(Func<T> work, CancellationToken cancellation)
    {
        _work = work;
        _cancellation = cancellation;
        _registration = cancellation.UnsafeRegister(static item => ((WorkItem<T>)item!).Abandon(), this);
    }

    internal Task<T> Task => _done.Task;

    protected override void Do()
    {
        _registration.Unregister();
        try
        {
            _done.SetResult(_work());
        }
        catch (Exception exception)
        {
            _done.SetException(exception);
        }
    }

    protected override void Cancel()
    {
        // A token can live longer than the threads.
        _registration.Unregister();
        _done.SetCanceled(_cancellation);
    }
}
