using HashMatch.Triage.Internals;

namespace HashMatch.Triage.Reports;

/// <summary>The published form of a report.</summary>
public static class ReportSchema
{
    /// <summary>What a report's <c>schema</c> field says, where it has one.</summary>
    public const string Id = "hashmatch/report@1";

    /// <summary>The JSON Schema (draft 7) of one report. Fields it does not name are allowed and kept.</summary>
    public static string Json { get; } = EmbeddedText.Read("report.schema.json");
}
