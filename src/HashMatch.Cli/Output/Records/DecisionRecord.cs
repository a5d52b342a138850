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

    string DecidedAt => Entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public void WriteTo(JsonFields json)
    {
        json.Number("decision", Entry.Number);
        json.Number("run", Entry.Run);
        json.Text("decidedAt", DecidedAt);
        json.Text("place", Entry.Place);
        json.Json.WritePropertyName("evidence");
        json.Json.WriteRawValue(Entry.Evidence);
        json.Text("link", Entry.Link);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Entry.Number);
        cells.Add(Entry.Run);
        cells.Add(DecidedAt, Entry.Place, Entry.Evidence, Entry.Link);
    }

    public void WriteTo(TextLines lines) => lines.Add(string.Create(CultureInfo.InvariantCulture,
        $"{Entry.Number}  {DecidedAt}  {Printable.Of(Entry.Place)}  {Printable.Of(Entry.Evidence)}"));
}
