namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>What came out for one seed.</summary>
sealed record SimulationResult
{
    internal required int Seed { get; init; }

    internal required SimulationSettings Settings { get; init; }

    internal required MatchingFigures Matching { get; init; }

    internal required GroupFigures Groups { get; init; }

    /// <summary>Every order with enough readers: the queue first, the truth last.</summary>
    internal required IReadOnlyList<RunFigures> Enough { get; init; }

    /// <summary>The same with too few.</summary>
    internal required IReadOnlyList<RunFigures> TooFew { get; init; }

    /// <summary>Unread reports that a queue left out, over all times it was built.</summary>
    internal required int LeftOut { get; init; }

    /// <summary>How many readers first-come-first-served takes to see in time all that needs a person.</summary>
    internal required int ReadersByArrival { get; init; }

    /// <summary>How many readers the order by label takes to do so.</summary>
    internal required int ReadersByLabel { get; init; }

    /// <summary>How often the queue was built, and what linking and ordering took on the average and at most.</summary>
    internal required BuildTimes Builds { get; init; }
}
