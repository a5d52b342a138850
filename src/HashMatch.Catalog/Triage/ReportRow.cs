namespace HashMatch.Catalog.Triage;

/// <summary>A report as its row names it.</summary>
/// <param name="Number">The row.</param>
/// <param name="Id">Its id.</param>
/// <param name="Source">The system it comes from, or null.</param>
/// <param name="Revision">What it says now.</param>
sealed record ReportRow(long Number, string Id, string? Source, long Revision);
