using System.Globalization;
using HashMatch.Lists;

namespace HashMatch.Cli.Output.Records;

/// <summary>How two lists differ, in numbers.</summary>
/// <param name="Old">The old list.</param>
/// <param name="New">The new list.</param>
/// <param name="Summary">The numbers.</param>
sealed record ListDiffRecord(string Old, string New, ListDiffSummary Summary) : IRecord
{
    public string Schema => "hashmatch/list-diff@1";

    public string CsvHeader => "old,new,added,changed,removed,tombstoned,unchanged,oldRejected,newRejected";

    public void WriteTo(JsonFields json)
    {
        json.Text("old", Old);
        json.Text("new", New);
        json.Number("added", Summary.Added);
        json.Number("changed", Summary.Changed);
        json.Number("removed", Summary.Removed);
        json.Number("tombstoned", Summary.Tombstoned);
        json.Number("unchanged", Summary.Unchanged);
        json.Number("oldRejected", Summary.Old.Rejected);
        json.Number("newRejected", Summary.New.Rejected);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Old, New);
        foreach (var count in (ReadOnlySpan<long>)[Summary.Added, Summary.Changed, Summary.Removed, Summary.Tombstoned, Summary.Unchanged, Summary.Old.Rejected, Summary.New.Rejected])
        {
            cells.Add(count);
        }
    }

    public void WriteTo(TextLines lines) => lines.Add(string.Create(CultureInfo.InvariantCulture,
        $"{Printable.Of(Old)} -> {Printable.Of(New)}: {Summary.Added} added, {Summary.Changed} changed, {Summary.Removed} removed, {Summary.Tombstoned} tombstoned, {Summary.Unchanged} unchanged"));
}
