using HashMatch.Triage.Reports;

namespace HashMatch.Catalog.Triage;

/// <summary>What a report said when it came.</summary>
/// <param name="Number">Its number in the log of decisions.</param>
/// <param name="At">When it was taken in, to the millisecond, UTC.</param>
/// <param name="Report">What it said.</param>
public sealed record ReportRevision(long Number, DateTimeOffset At, Report Report);
