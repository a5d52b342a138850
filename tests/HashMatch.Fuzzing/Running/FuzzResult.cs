namespace HashMatch.Fuzzing.Running;

/// <summary>What a run came to.</summary>
/// <param name="Executions">How many inputs were read.</param>
/// <param name="Seconds">How long that took.</param>
/// <param name="Outcomes">How many different outcomes there were.</param>
/// <param name="MostAllocated">The most bytes one of them allocated.</param>
/// <param name="Findings">One for each cause.</param>
sealed record FuzzResult(long Executions, double Seconds, int Outcomes, long MostAllocated, IReadOnlyList<Finding> Findings);
