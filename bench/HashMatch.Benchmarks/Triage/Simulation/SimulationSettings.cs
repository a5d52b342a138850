namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>How large a simulated clearing house is.</summary>
sealed record SimulationSettings
{
    /// <summary>Reports that come in.</summary>
    internal int Reports { get; init; } = 100_000;

    /// <summary>Over how many weeks they come.</summary>
    internal int Weeks { get; init; } = 8;

    /// <summary>Readers around the clock, enough for all that needs a person.</summary>
    internal int Readers { get; init; } = 5;

    /// <summary>Readers around the clock where there are too few.</summary>
    internal int FewReaders { get; init; } = 2;

    /// <summary>What a reader spends on a report, whatever is in it.</summary>
    internal TimeSpan ReadingTime { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>After how long the queue is built anew.</summary>
    internal TimeSpan Period { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Threads that link.</summary>
    internal int Threads { get; init; } = 1;

    internal TimeSpan Duration => TimeSpan.FromDays(7 * Weeks);
}
