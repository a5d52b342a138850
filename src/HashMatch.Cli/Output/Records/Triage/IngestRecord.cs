using System.Globalization;
using HashMatch.Catalog.Triage;
using HashMatch.Triage;
using HashMatch.Triage.Reports;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>What became of one row of reports.</summary>
/// <param name="Row">The row as it was read.</param>
/// <param name="Receipt">What it did to the catalogue; null if it could not be used.</param>
sealed record IngestRecord(LineRow<Report> Row, ReportReceipt? Receipt) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns = "line,outcome,report,source," + ItemCountFields.Columns + ",problems";

    public string Schema => "hashmatch/triage-ingest@1";

    public string CsvHeader => Columns;

    string Outcome => Receipt is null ? "rejected" : WireNames.Of(Receipt.Change);

    public void WriteTo(JsonFields json)
    {
        json.Number("line", Row.Line);
        json.Text("outcome", Outcome);
        if (Row.Value is { } report)
        {
            json.Text("report", report.Id);
            json.TextIfAny("source", report.Source);
        }

        if (Receipt is not null)
        {
            ItemCountFields.Write(json, Receipt.Items);
        }

        if (Row.Problems.Count == 0)
        {
            return;
        }

        json.Json.WriteStartArray(Row.IsAccepted ? "warnings" : "errors");
        foreach (var problem in Row.Problems)
        {
            json.Json.WriteStartObject();
            json.Text("field", problem.Path);
            json.Text("reason", problem.Reason);
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Row.Line);
        cells.Add(Outcome, Row.Value?.Id, Row.Value?.Source);
        ItemCountFields.Write(cells, Receipt?.Items);
        cells.Add(ProblemText.Of(Row.Problems));
    }

    public void WriteTo(TextLines lines)
    {
        var name = Row.Value is { } report ? "  " + Printable.Of(ReportName.Of(report)) : "";
        var items = Receipt is null ? "" : string.Create(CultureInfo.InvariantCulture, $"  {Receipt.Items.Total} items, {Receipt.Items.FirstGeneration} first-generation");
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"line {Row.Line}  {Outcome,-9}{name}{items}{(Row.Problems.Count > 0 ? "  " : "")}{Printable.Of(ProblemText.Of(Row.Problems))}"));
    }
}
