using HashMatch.Hashes;
using HashMatch.Triage.Reports;

namespace HashMatch.Catalog.Tests;

/// <summary>Reports of hashes alone.</summary>
static class TestReports
{
    /// <summary>When all that they tell of was.</summary>
    internal static DateTimeOffset Time { get; } = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    internal static Report Of(string id, params Hash256[] hashes) => new()
    {
        Id = id,
        IncidentType = "t",
        IncidentTime = Time,
        Items = [.. hashes.Select(hash => new ReportItem { Pdq = hash })],
    };
}
