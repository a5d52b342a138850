using HashMatch.Triage;

namespace HashMatch.Catalog.Triage;

/// <summary>What became of a report that came in.</summary>
/// <param name="Change">What it did to the catalogue.</param>
/// <param name="Items">How many of its items got which verdict.</param>
public sealed record ReportReceipt(ReportChange Change, ItemCounts Items);
