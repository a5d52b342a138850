namespace HashMatch.Catalog.Triage;

/// <summary>What matching said of an item of a report.</summary>
/// <param name="Position">Its position in the report.</param>
/// <param name="Evidence">The decision with all it rests on, as the log has it: a JSON object; null if it was not decided or could not be read.</param>
/// <param name="File">The place of its file, if it was handed over.</param>
/// <param name="Error">Why that could not be read, or null.</param>
public sealed record ReportItemDecision(int Position, string? Evidence, string? File, string? Error);
