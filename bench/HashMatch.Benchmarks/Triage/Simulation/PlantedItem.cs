using HashMatch.Triage.Reports;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>An item and what it truly shows.</summary>
/// <param name="Content">What it shows.</param>
/// <param name="Item">What its report says of it.</param>
sealed record PlantedItem(SyntheticContent Content, ReportItem Item);
