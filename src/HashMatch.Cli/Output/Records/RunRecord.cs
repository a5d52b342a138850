using System.Globalization;
using HashMatch.Catalog;

namespace HashMatch.Cli.Output.Records;

/// <summary>A run that wrote into a catalogue, and the lists in force in it.</summary>
sealed record RunRecord(LoggedRun Run) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns = "run,started,finished,lists";

    public string Schema => "hashmatch/run@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Number("run", Run.Number);
        json.Text("started", TimeText.Of(Run.Started));
        json.Json.WriteString("finished", Finished);
        if (Run.IsFeedback)
        {
            json.Text("purpose", "feedback");
        }

        json.Json.WriteStartArray("lists");
        foreach (var list in Run.Lists)
        {
            json.Json.WriteStartObject();
            json.Text("list", list.Name);
            json.Json.WriteString("version", list.Version);
            json.Text("role", WireNames.Of(list.Role));
            json.Number("entries", list.Entries);
            json.Text("fingerprint", list.Fingerprint);
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Run.Number);
        cells.Add(TimeText.Of(Run.Started), Finished, Lists);
    }

    public void WriteTo(TextLines lines) => lines.Add(string.Create(CultureInfo.InvariantCulture,
        $"{Run.Number}  {TimeText.Of(Run.Started)}  {Finished ?? "not finished"}  {Printable.Of(Lists)}"));

    string? Finished => Run.Finished is { } finished ? TimeText.Of(finished) : null;

    string Lists => string.Join(';', Run.Lists.Select(list => list.Version is { } version ? $"{list.Name} {version}" : list.Name));
}
