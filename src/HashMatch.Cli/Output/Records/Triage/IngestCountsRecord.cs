using HashMatch.Catalog.Triage;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>What became of all rows of reports: those of each kind make up all.</summary>
sealed record IngestCountsRecord(IngestCounts Counts) : IRecord
{
    public string Schema => "hashmatch/triage-ingest-counts@1";

    public string CsvHeader => "rows,added,changed,redecided,unchanged,rejected,warned," + ItemCountFields.Columns;

    public void WriteTo(JsonFields json)
    {
        json.Number("rows", Counts.Rows);
        foreach (var change in Enum.GetValues<ReportChange>())
        {
            json.Number(WireNames.Of(change), Counts.Of(change));
        }

        json.Number("rejected", Counts.Rejected);
        json.Number("warned", Counts.Warned);
        ItemCountFields.Write(json, Counts.Items);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Counts.Rows);
        foreach (var change in Enum.GetValues<ReportChange>())
        {
            cells.Add(Counts.Of(change));
        }

        cells.Add(Counts.Rejected);
        cells.Add(Counts.Warned);
        ItemCountFields.Write(cells, Counts.Items);
    }

    public void WriteTo(TextLines lines) => lines.Add(Counts.Describe());
}
