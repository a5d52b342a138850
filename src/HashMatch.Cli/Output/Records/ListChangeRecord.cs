using HashMatch.Lists;

namespace HashMatch.Cli.Output.Records;

/// <summary>One entry that differs between two lists, by its id and place; never by its hashes.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="List">The list it stands in.</param>
sealed record ListChangeRecord(ListChange Change, string List) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "change,id,owner,list,unit,number,byte";

    public string Schema => "hashmatch/list-change@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Text("change", WireNames.Of(Change.Kind));
        json.TextIfAny("id", Change.Entry.Id);
        json.TextIfAny("owner", Change.Entry.Provenance?.Owner);
        json.Text("list", List);
        json.Place(Change.Place);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(WireNames.Of(Change.Kind), Change.Entry.Id, Change.Entry.Provenance?.Owner, List, WireNames.Of(Change.Place.Unit));
        cells.Add(Change.Place.Number);
        cells.Add(Change.Place.ByteOffset);
    }

    public void WriteTo(TextLines lines) => lines.Add(
        $"{WireNames.Of(Change.Kind),-10}  {(Change.Entry.Id is { } id ? "#" + Printable.Of(id) : "(no id)")}  {Printable.Of(List)}: {Change.Place}");
}
