using HashMatch.Triage.Reports;

namespace HashMatch.Catalog.Triage;

/// <summary>All that is known of one report: what it says and said, what its items are, what was done with it.</summary>
public sealed record ReportHistory
{
    internal ReportHistory()
    {
    }

    /// <summary>What it says now.</summary>
    public required Report Report { get; init; }

    /// <summary>What it said each time it came and was new or changed, in that order; the last is what it says now.</summary>
    public required IReadOnlyList<ReportRevision> Revisions { get; init; }

    /// <summary>What matching said of its items, in their order, when they were decided.</summary>
    public required IReadOnlyList<ReportItemDecision> Items { get; init; }

    /// <summary>What was done with it, in the order it was told.</summary>
    public required IReadOnlyList<LoggedFollowUp> FollowUps { get; init; }
}
