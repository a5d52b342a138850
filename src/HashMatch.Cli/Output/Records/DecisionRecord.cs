using System.Globalization;
using HashMatch.Catalog;

namespace HashMatch.Cli.Output.Records;

/// <summary>A decision as a catalogue's log holds it.</summary>
sealed record DecisionRecord(LoggedDecision Entry) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns = "decision,run,decidedAt,place,evidence,link";

    public string Schema => "hashmatch/decision@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Number("decision", Entry.Number);
        json.Number("run", Entry.Run);
        json.Text("decidedAt", TimeText.Of(Entry.At));
        json.Text("place", Entry.Place);
        json.Json.WritePropertyName("evidence");
        json.Json.WriteRawValue(Entry.Evidence);
        json.Text("link", Entry.Link);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Entry.Number);
        cells.Add(Entry.Run);
        cells.Add(TimeText.Of(Entry.At), Entry.Place, Entry.Evidence, Entry.Link);
    }

    public void WriteTo(TextLines lines) => lines.Add(string.Create(CultureInfo.InvariantCulture,
        $"{Entry.Number}  {TimeText.Of(Entry.At)}  {Printable.Of(Entry.Place)}  {Printable.Of(Entry.Evidence)}"));
}
