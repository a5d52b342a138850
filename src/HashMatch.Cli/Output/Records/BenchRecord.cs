using System.Globalization;

namespace HashMatch.Cli.Output.Records;

/// <summary>One figure measured on this machine.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure: of several rounds the best, which others on the machine disturb least.</param>
/// <param name="Unit">Its unit.</param>
sealed record BenchRecord(string Name, double Value, string Unit) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "name,value,unit";

    public string Schema => "hashmatch/bench@1";

    public string CsvHeader => Columns;

    // Four digits are more than a quick measurement is worth, and the same in every format.
    string Rounded => double.Parse(Value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        .ToString(CultureInfo.InvariantCulture);

    public void WriteTo(JsonFields json)
    {
        json.Text("name", Name);
        json.Json.WritePropertyName("value");
        json.Json.WriteRawValue(Rounded);
        json.Text("unit", Unit);
    }

    public void WriteTo(CsvCells cells) => cells.Add(Name, Rounded, Unit);

    public void WriteTo(TextLines lines) => lines.Add($"{Name,-46}  {Rounded,12}  {Unit}");
}
