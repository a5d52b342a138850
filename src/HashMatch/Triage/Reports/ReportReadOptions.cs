namespace HashMatch.Triage.Reports;

/// <summary>How reports are read. Immutable; change it with <c>with</c>.</summary>
public sealed record ReportReadOptions
{
    /// <summary>The incident types in use; another is taken with a warning. Null to take any without one.</summary>
    public IReadOnlySet<string>? IncidentTypes { get; init; }
}
