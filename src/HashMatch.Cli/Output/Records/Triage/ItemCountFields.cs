using HashMatch.Triage;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>Items by verdict, as every record of triage tells them.</summary>
static class ItemCountFields
{
    internal const string Columns = "known,repeat,firstGeneration,uncertain,suppressed,failed,undecided";

    internal static void Write(JsonFields json, ItemCounts items)
    {
        json.Json.WriteStartObject("items");
        foreach (var (name, count) in Named(items))
        {
            json.Number(name, count);
        }

        json.Json.WriteEndObject();
    }

    internal static void Write(CsvCells cells, ItemCounts? items)
    {
        foreach (var (_, count) in Named(items ?? default))
        {
            cells.Add(items is null ? null : count);
        }
    }

    static (string Name, long Count)[] Named(ItemCounts items) =>
    [
        ("known", items.Known), ("repeat", items.Repeat), ("firstGeneration", items.FirstGeneration), ("uncertain", items.Uncertain),
        ("suppressed", items.Suppressed), ("failed", items.Failed), ("undecided", items.Undecided),
    ];
}
