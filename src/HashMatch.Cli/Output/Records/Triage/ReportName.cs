using HashMatch.Triage.Reports;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>How lines for a person name a report.</summary>
static class ReportName
{
    internal static string Of(Report report) => Of(report.Id, report.Source);

    internal static string Of(string id, string? source) => source is null ? id : $"{id} ({source})";
}
