namespace HashMatch.Triage.Rules;

/// <summary>What the factors weigh. Points are whole numbers, 0..10,000. Immutable.</summary>
public sealed record FactorRules
{
    internal FactorRules()
    {
    }

    /// <summary>Points of <see cref="FactorKind.Escalation"/>.</summary>
    public int Escalation { get; internal init; }

    /// <summary>Points of a label for <see cref="FactorKind.Severity"/>; the weightiest of a report counts.</summary>
    public IReadOnlyDictionary<string, int> Labels { get; internal init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Points of a label that <see cref="Labels"/> does not name.</summary>
    public int OtherLabels { get; internal init; }

    /// <summary>Points of an incident type for <see cref="FactorKind.IncidentType"/>.</summary>
    public IReadOnlyDictionary<string, int> IncidentTypes { get; internal init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Points of an incident type that <see cref="IncidentTypes"/> does not name.</summary>
    public int OtherIncidentTypes { get; internal init; }

    /// <summary>For <see cref="FactorKind.FirstGeneration"/>, by item.</summary>
    public CountRule FirstGeneration { get; internal init; }

    /// <summary>For <see cref="FactorKind.UnclearItems"/>, by item.</summary>
    public CountRule UnclearItems { get; internal init; }

    /// <summary>Points for a place that was not known of a known item, once a report.</summary>
    public int NewPlace { get; internal init; }

    /// <summary>Points for a device that was not known of a known item, once a report.</summary>
    public int NewDevice { get; internal init; }

    /// <summary>Points for an account that was not known of a known item, once a report.</summary>
    public int NewAccount { get; internal init; }

    /// <summary>For <see cref="FactorKind.Sources"/>, by system beyond the first.</summary>
    public CountRule Sources { get; internal init; }

    /// <summary>For <see cref="FactorKind.LinkedReports"/>, by other report of the group.</summary>
    public CountRule LinkedReports { get; internal init; }

    /// <summary>
    /// For <see cref="FactorKind.Preservation"/>: the points of the first step whose days are not fewer than those left.
    /// By days, ascending; points never rise with the days, so that a report never falls as its deadline nears.
    /// </summary>
    public IReadOnlyList<DayStep> Preservation { get; internal init; } = [];

    /// <summary>
    /// For <see cref="FactorKind.AgeFloor"/>: the priority a report has at least, from the last step whose days it has waited.
    /// By days, ascending; points never fall with the days.
    /// </summary>
    public IReadOnlyList<DayStep> AgeFloor { get; internal init; } = [];
}
