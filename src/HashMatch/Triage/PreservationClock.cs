using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Triage;

/// <summary>When the period ends for which a report is kept.</summary>
/// <param name="Deadline">The end: the arrival and the days its jurisdiction gives.</param>
/// <param name="DaysLeft">Whole days until then, rounded down: 0 on the last day, below 0 when overdue.</param>
public readonly record struct PreservationClock(DateTimeOffset Deadline, int DaysLeft)
{
    /// <summary>Whether the period has ended.</summary>
    public bool IsOverdue => DaysLeft < 0;

    /// <summary>The clock of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="rules">How long reports are kept.</param>
    /// <param name="now">The time; take it from a <see cref="TimeProvider"/>.</param>
    public static PreservationClock Of(Report report, PreservationRules rules, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(rules);
        var period = TimeSpan.FromDays(rules.DaysOf(report));
        var deadline = DateTimeOffset.MaxValue - report.ArrivalTime > period ? report.ArrivalTime + period : DateTimeOffset.MaxValue;
        return new PreservationClock(deadline, Days(deadline - now));
    }

    /// <summary>Whole days of a span, rounded down.</summary>
    internal static int Days(TimeSpan span) => (int)Math.Floor((decimal)span.Ticks / TimeSpan.TicksPerDay);
}
