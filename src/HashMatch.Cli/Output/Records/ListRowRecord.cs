using HashMatch.Lists;

namespace HashMatch.Cli.Output.Records;

/// <summary>A row of a list that could not be used. It never repeats the row: hashes of lists are sensitive.</summary>
/// <param name="List">The file.</param>
/// <param name="Error">Where the row stands, and what is wrong with it.</param>
sealed record ListRowRecord(string List, ListRowError Error) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "list,unit,number,byte,reason";

    public string Schema => "hashmatch/list-row@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Text("list", List);
        json.Place(Error.Place);
        json.Text("reason", Error.Reason);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(List, WireNames.Of(Error.Place.Unit));
        cells.Add(Error.Place.Number);
        cells.Add(Error.Place.ByteOffset);
        cells.Add(Error.Reason);
    }

    public void WriteTo(TextLines lines) => lines.Add($"{Printable.Of(List)}: {Error.Place}: {Printable.Of(Error.Reason)}");
}
