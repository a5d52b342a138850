using System.Text.Json;

namespace HashMatch.Catalog.Internals;

/// <summary>The text of a decision as the log keeps it, taken apart. What this program does not write there is damage.</summary>
sealed class Evidence
{
    readonly JsonElement _json;
    readonly long _decision;

    /// <param name="text">The text.</param>
    /// <param name="decision">The decision's number.</param>
    /// <exception cref="CatalogException">It is no JSON object.</exception>
    internal Evidence(string text, long decision)
    {
        _decision = decision;
        _json = JsonText.Read(text) ?? throw Damaged();
    }

    /// <summary>A text; null where there is none.</summary>
    internal string? Text(string name) => Read(json => json.TryGetProperty(name, out var value) ? value.GetString() : null);

    /// <summary>A number; null where there is none.</summary>
    internal long? Number(string name) => Read(json => json.TryGetProperty(name, out var value) ? value.GetInt64() : (long?)null);

    /// <summary>The number of the first item it came near.</summary>
    internal long? First => Read(json => json.TryGetProperty("firstGeneration", out var first) ? first.GetProperty("item").GetInt64() : (long?)null);

    /// <summary>The entries of lists among what it matched (<c>matches</c>) or what a veto came over (<c>vetoed</c>).</summary>
    internal List<EntryName> Entries(string name) => Read(json => json.TryGetProperty(name, out var all)
        ? all.EnumerateArray().Where(match => match.TryGetProperty("list", out _)).Select(NameOf).ToList()
        : []);

    static EntryName NameOf(JsonElement match) => match.GetProperty("list").GetString() is { } list && match.GetProperty("entry").GetString() is { } entry
        ? new EntryName(list, entry)
        : throw new FormatException();

    T Read<T>(Func<JsonElement, T> read)
    {
        try
        {
            return read(_json);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw Damaged();
        }
    }

    CatalogException Damaged() => CatalogException.OfRow("decision", _decision, "evidence");
}
