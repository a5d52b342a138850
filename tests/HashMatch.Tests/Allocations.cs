namespace HashMatch.Tests;

/// <summary>Bytes a piece of work allocates once it is warm.</summary>
static class Allocations
{
    const int Runs = 10;

    /// <summary>The least of several runs: a collection meanwhile can empty the shared array pool, and one run then fills it again.</summary>
    public static long OfWarm(Action work)
    {
        work();
        var least = long.MaxValue;
        for (var run = 0; run < Runs && least > 0; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
