namespace HashMatch.Hosting.Pipeline;

/// <summary>A piece of work that one thread does, if nobody abandons it before.</summary>
abstract class WorkItem
{
    int _taken;

    /// <summary>Does it, unless it was abandoned.</summary>
    internal void Run()
    {
        if (Interlocked.Exchange(ref _taken, 1) == 0)
        {
            Do();
        }
    }

    /// <summary>Cancels it, unless it has begun.</summary>
    internal void Abandon()
    {
        if (Interlocked.Exchange(ref _taken, 1) == 0)
        {
            Cancel();
        }
    }

    protected abstract void Do();

    protected abstract void Cancel();
}
