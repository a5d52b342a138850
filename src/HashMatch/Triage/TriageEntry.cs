using HashMatch.Triage.Links;
using HashMatch.Triage.Reports;

namespace HashMatch.Triage;

/// <summary>A report's place in the queue and everything it rests on. Immutable.</summary>
public sealed record TriageEntry
{
    internal TriageEntry()
    {
    }

    /// <summary>The report with its verdicts and follow-ups.</summary>
    public required TriageCase Case { get; init; }

    /// <summary>The report.</summary>
    public Report Report => Case.Report;

    /// <summary>The sum of the points of all factors.</summary>
    public required int Priority { get; init; }

    /// <summary>Every factor, applied or not, in the order of <see cref="FactorKind"/>.</summary>
    public required IReadOnlyList<Factor> Factors { get; init; }

    /// <summary>How complete it is, which does not move it.</summary>
    public required Completeness Completeness { get; init; }

    /// <summary>When its preservation period ends.</summary>
    public required PreservationClock Clock { get; init; }

    /// <summary>The reports it is grouped with; null if it stands alone.</summary>
    public required ReportGroup? Group { get; init; }

    /// <summary>Its position in <see cref="ReportLinks.Reports"/>.</summary>
    public required int Position { get; init; }

    /// <summary>How many items got which verdict.</summary>
    public required ItemCounts Items { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>The version of the rules it was placed by.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>The fingerprint of those rules.</summary>
    public required string RulesFingerprint { get; init; }

    /// <summary>The time it was placed at.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>The order of the queue: priority, the highest first, then deadline, arrival, id and source.</summary>
    internal static int Compare(TriageEntry left, TriageEntry right)
    {
        var order = right.Priority.CompareTo(left.Priority);
        order = order != 0 ? order : left.Clock.Deadline.UtcTicks.CompareTo(right.Clock.Deadline.UtcTicks);
        return order != 0 ? order : Report.CompareByArrival(left.Report, right.Report);
    }
}
