using HashMatch.Triage.Reports;

namespace HashMatch.Triage.Rules;

/// <summary>How long a report is kept. Immutable.</summary>
public sealed record PreservationRules
{
    internal PreservationRules()
    {
    }

    /// <summary>Days, 1..36,500, where no jurisdiction is named or none that is listed.</summary>
    public int DefaultDays { get; internal init; } = 90;

    /// <summary>Days by jurisdiction.</summary>
    public IReadOnlyDictionary<string, int> Jurisdictions { get; internal init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How many days a report is kept from its arrival.</summary>
    /// <param name="report">The report.</param>
    public int DaysOf(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Jurisdiction is { } jurisdiction && Jurisdictions.TryGetValue(jurisdiction, out var days) ? days : DefaultDays;
    }
}
