namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>How much a report says besides its pictures.</summary>
enum Tagging
{
    /// <summary>No account, place, device or label, and not escalated.</summary>
    Poor,

    /// <summary>Something between.</summary>
    Some,

    /// <summary>A labelled known picture, and a place, device or account.</summary>
    Well,
}
