namespace HashMatch.Triage.Reports;

/// <summary>The bounds of a report, the same in the schema and in the reader. Texts are counted in Unicode code points.</summary>
static class ReportLimits
{
    internal const int Text = 512;
    internal const int Path = 4096;
    internal const int Items = 10_000;
    internal const int Accounts = 1_000;
    internal const int Annotations = 100;
}
