namespace HashMatch.Indexes.Internals;

/// <summary>How far an index goes with probing before it scans; <see cref="ProbeCost"/> knows the figures.</summary>
/// <param name="LargestRadius">The largest radius at which it begins to probe; -1 for none.</param>
/// <param name="Effort">How much a query may weigh, in postings, before it gives up; queries of a batch share theirs.</param>
readonly record struct ProbeLimits(int LargestRadius, long Effort)
{
    /// <summary>Never scans, at no price; for tests and measurements of the probing itself.</summary>
    internal static ProbeLimits None => new(int.MaxValue, int.MaxValue);
}
