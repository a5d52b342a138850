using System.Text.Json;

namespace HashMatch.Catalog.Internals;

/// <summary>What a caller says of an item, key by key, as one JSON object in the order of its keys.</summary>
static class MetadataText
{
    internal static string Write(IReadOnlyDictionary<string, string> metadata) => JsonText.Of(json =>
    {
        foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(key, value);
        }
    });

    /// <summary>The keys and values; null if the text is not what <see cref="Write"/> gives.</summary>
    internal static IReadOnlyDictionary<string, string>? Read(string text)
    {
        if (JsonText.Read(text) is not { } json)
        {
            return null;
        }

        SortedDictionary<string, string> metadata = new(StringComparer.Ordinal);
        try
        {
            foreach (var field in json.EnumerateObject())
            {
                if (field.Value.ValueKind != JsonValueKind.String)
                {
                    return null;
                }

                metadata[field.Name] = field.Value.GetString()!;
            }
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair.
            return null;
        }

        return metadata;
    }
}
