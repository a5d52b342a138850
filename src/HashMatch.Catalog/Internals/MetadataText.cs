using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HashMatch.Catalog.Internals;

/// <summary>What a caller says of an item, key by key, as one JSON object in the order of its keys.</summary>
static class MetadataText
{
    static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(IReadOnlyDictionary<string, string> metadata)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, s_options))
        {
            json.WriteStartObject();
            foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The keys and values; null if the text is not what <see cref="Write"/> gives.</summary>
    internal static IReadOnlyDictionary<string, string>? Read(string text)
    {
        try
        {
            var json = JsonElement.Parse(text);
            if (json.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            SortedDictionary<string, string> metadata = new(StringComparer.Ordinal);
            foreach (var field in json.EnumerateObject())
            {
                if (field.Value.ValueKind != JsonValueKind.String)
                {
                    return null;
                }

                metadata[field.Name] = field.Value.GetString()!;
            }

            return metadata;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a text is one JSON object.</summary>
    internal static bool IsObject(string text)
    {
        try
        {
            return JsonElement.Parse(text).ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
