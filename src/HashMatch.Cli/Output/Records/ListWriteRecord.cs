using System.Globalization;
using HashMatch.Lists;

namespace HashMatch.Cli.Output.Records;

/// <summary>A list that was written from another: how many rows, and what the new format could not carry.</summary>
/// <param name="Source">The list read; the update where one was applied.</param>
/// <param name="Output">The list written.</param>
/// <param name="Format">The format read.</param>
/// <param name="To">The format written, by its name.</param>
/// <param name="Counts">What was read of the source.</param>
/// <param name="Written">Entries and tombstones written.</param>
/// <param name="LeftOut">Entries and tombstones the format has no place for.</param>
/// <param name="Lost">How often each field was lost.</param>
/// <param name="Update">What an update did, if one was applied.</param>
sealed record ListWriteRecord(string Source, string Output, ListFormat Format, string To, ListCounts Counts, long Written,
    long LeftOut, IReadOnlyDictionary<string, long> Lost, ListUpdateSummary? Update) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "source,output,from,to,rows,entries,tombstones,rejected,written,leftOut,lost,added,changed,tombstoned,unchanged,stale,kept";

    public string Schema => "hashmatch/list-write@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Text("source", Source);
        json.Text("output", Output);
        json.Text("from", WireNames.Of(Format));
        json.Text("to", To);
        json.Number("rows", Counts.Rows);
        json.Number("entries", Counts.Entries);
        json.Number("tombstones", Counts.Tombstones);
        json.Number("rejected", Counts.Rejected);
        json.Number("written", Written);
        json.Number("leftOut", LeftOut);
        json.CountsOf("lost", Lost);
        if (Update is { } update)
        {
            json.Json.WriteStartObject("update");
            json.Number("added", update.Added);
            json.Number("changed", update.Changed);
            json.Number("tombstoned", update.Tombstoned);
            json.Number("unchanged", update.Unchanged);
            json.Number("stale", update.Stale);
            json.Number("kept", update.Kept);
            json.Json.WriteEndObject();
        }
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Source, Output, WireNames.Of(Format), To);
        foreach (var count in (ReadOnlySpan<long?>)[Counts.Rows, Counts.Entries, Counts.Tombstones, Counts.Rejected, Written, LeftOut])
        {
            cells.Add(count);
        }

        cells.Add(CountText.Of(Lost));
        foreach (var count in (ReadOnlySpan<long?>)[Update?.Added, Update?.Changed, Update?.Tombstoned, Update?.Unchanged, Update?.Stale, Update?.Kept])
        {
            cells.Add(count);
        }
    }

    public void WriteTo(TextLines lines)
    {
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"{Printable.Of(Source)} ({WireNames.Of(Format)}) -> {Printable.Of(Output)} ({To}): {Written} written, {LeftOut} left out, {Counts.Rejected} of {Counts.Rows} rows could not be used"));
        if (Lost.Count > 0)
        {
            lines.Add($"  lost: {CountText.Of(Lost)}");
        }

        if (Update is { } update)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"  {update.Added} added, {update.Changed} changed, {update.Tombstoned} tombstoned, {update.Unchanged} unchanged, {update.Stale} stale, {update.Kept} kept"));
        }
    }
}
