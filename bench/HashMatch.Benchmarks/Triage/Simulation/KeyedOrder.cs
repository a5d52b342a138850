namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>An order by a number that each report has when it comes, the lowest first, then by arrival.</summary>
sealed class KeyedOrder(string name, Func<int, long> keyOf) : IReadingOrder
{
    readonly PriorityQueue<int, (long, int)> _waiting = new();

    public string Name => name;

    public void Arrive(int report) => _waiting.Enqueue(report, (keyOf(report), report));

    public int Take(DateTimeOffset now) => _waiting.TryDequeue(out var report, out _) ? report : -1;
}
