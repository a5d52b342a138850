using System.Globalization;
using HashMatch.Catalog;
using HashMatch.Cli.Files;

namespace HashMatch.Cli.Output.Records;

/// <summary>An item as a catalogue remembers it: a hash record, then where it came from and how often it was seen.</summary>
sealed record ItemRecord(RememberedItem Item, CatalogSettings Settings) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns = HashRecord.Columns + ",claimed,source,metadata,sightings,firstSeen,lastSeen";

    readonly HashRecord _hash = new(HashedFile.Of(Item.Place, Item.Content, Settings.Profile), Settings.Bounds.MinQuality);

    public string Schema => _hash.Schema;

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        _hash.WriteTo(json);
        if (Item.Content.IsClaimed)
        {
            json.Json.WriteBoolean("claimed", true);
        }

        json.TextIfAny("source", Item.Source);
        if (Item.Metadata.Count > 0)
        {
            json.Json.WriteStartObject("metadata");
            foreach (var (key, value) in Item.Metadata)
            {
                json.Text(key, value);
            }

            json.Json.WriteEndObject();
        }

        json.Number("sightings", Item.Sightings);
        json.Text("firstSeen", TimeText.Of(Item.FirstSeen));
        json.Text("lastSeen", TimeText.Of(Item.LastSeen));
    }

    public void WriteTo(CsvCells cells)
    {
        _hash.WriteTo(cells);
        cells.Add(Item.Content.IsClaimed ? "true" : null, Item.Source,
            Item.Metadata.Count == 0 ? null : string.Join(';', Item.Metadata.Select(pair => $"{pair.Key}={pair.Value}")));
        cells.Add(Item.Sightings);
        cells.Add(TimeText.Of(Item.FirstSeen), TimeText.Of(Item.LastSeen));
    }

    public void WriteTo(TextLines lines)
    {
        _hash.WriteTo(lines);
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"  {(Item.Content.IsClaimed ? "claimed" : "read")}, in {Item.Sightings} runs, {TimeText.Of(Item.FirstSeen)} to {TimeText.Of(Item.LastSeen)}{(Item.Source is { } source ? $", from {Printable.Of(source)}" : "")}"));
    }
}
