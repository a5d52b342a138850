using System.Globalization;
using HashMatch.Catalog.Triage;
using HashMatch.Triage;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>What came in: rows by what became of them, items by verdict.</summary>
sealed class IngestCounts
{
    readonly int[] _changes = new int[Enum.GetValues<ReportChange>().Length];

    /// <summary>All rows, blank lines apart: those taken in and those that could not be used.</summary>
    internal int Rows => _changes.Sum() + Rejected;

    internal int Rejected { get; private set; }

    /// <summary>Rows that were taken in with a warning.</summary>
    internal int Warned { get; private set; }

    /// <summary>Items of all reports that were taken in.</summary>
    internal ItemCounts Items { get; private set; }

    internal int Of(ReportChange change) => _changes[(int)change];

    internal void Add(IngestRecord record)
    {
        if (record.Receipt is not { } receipt)
        {
            Rejected++;
            return;
        }

        _changes[(int)receipt.Change]++;
        Warned += record.Row.Problems.Count > 0 ? 1 : 0;
        Items += receipt.Items;
    }

    internal int ExitCodeOf(bool failOnMatch) =>
        failOnMatch && Items.Known > 0 ? ExitCode.KnownFound
        : Rejected > 0 || Items.Failed > 0 ? ExitCode.SomeFailed
        : ExitCode.Done;

    /// <summary>One line for a person.</summary>
    internal string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"{Rows} rows: {Of(ReportChange.Added)} reports added, {Of(ReportChange.Changed)} changed, {Of(ReportChange.Redecided)} decided otherwise, {Of(ReportChange.Unchanged)} unchanged, {Rejected} could not be used. {Items.Total} items: {Items.Known} known, {Items.Repeat} repeat, {Items.FirstGeneration} first-generation, {Items.Uncertain} uncertain, {Items.Suppressed} suppressed, {Items.Failed} failed, {Items.Undecided} undecided.");
}
