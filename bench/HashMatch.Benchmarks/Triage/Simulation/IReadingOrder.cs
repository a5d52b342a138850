namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>The order in which reports are read.</summary>
interface IReadingOrder
{
    string Name { get; }

    /// <summary>A report came in.</summary>
    void Arrive(int report);

    /// <summary>Gives the next report to read and forgets it; -1 if none waits.</summary>
    int Take(DateTimeOffset now);
}
