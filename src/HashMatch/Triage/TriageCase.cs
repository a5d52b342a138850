using HashMatch.Triage.FollowUps;
using HashMatch.Triage.Internals;
using HashMatch.Triage.Reports;

namespace HashMatch.Triage;

/// <summary>A report with what is known of it: what triage orders. Immutable.</summary>
public sealed record TriageCase
{
    /// <summary>A report and the verdicts of its items.</summary>
    /// <param name="report">The report.</param>
    /// <param name="verdicts">A verdict for each of its items, in their order; null for one that was not decided.</param>
    /// <param name="followUps">What was done with it so far, in any order.</param>
    /// <exception cref="ArgumentException">There are not as many verdicts as items.</exception>
    public TriageCase(Report report, IReadOnlyList<ItemVerdict?> verdicts, IReadOnlyList<FollowUp>? followUps = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(verdicts);
        if (verdicts.Count != report.Items.Count)
        {
            throw new ArgumentException("There must be as many verdicts as items.", nameof(verdicts));
        }

        Report = report;
        Verdicts = verdicts;
        FollowUps = followUps ?? [];
    }

    /// <summary>The report.</summary>
    public Report Report { get; }

    /// <summary>A verdict for each of its items; null for one that was not decided.</summary>
    public IReadOnlyList<ItemVerdict?> Verdicts { get; }

    /// <summary>What was done with it so far.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; }

    /// <summary>Where it stands: what its latest follow-up with a known outcome left it at, open without one.</summary>
    public CaseStatus Status => CaseStatuses.Of(FollowUps);
}
