using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HashMatch.Lists.Formats.Json;

namespace HashMatch.Lists.Formats;

/// <summary>Gathers the fields a format has no place for into one JSON object, so that they survive.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The writer holds memory alone, and the buffer is ours.")]
sealed class ExtraFields
{
    /// <summary>No white space, and text as it is wherever JSON allows.</summary>
    internal static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly ArrayBufferWriter<byte> _buffer = new();
    readonly Utf8JsonWriter _json;
    bool _any;

    internal ExtraFields() => _json = new Utf8JsonWriter(_buffer, WriterOptions);

    /// <summary>Adds a field of any value, as it came but for white space.</summary>
    internal void Add(string name, JsonElement value)
    {
        Begin();
        _json.WritePropertyName(name);
        value.WriteTo(_json);
    }

    internal void Add(string name, string value)
    {
        Begin();
        _json.WriteString(name, value);
    }

    /// <summary>Forgets what was added.</summary>
    internal void Clear()
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _any = false;
    }

    /// <summary>The object, or null if nothing was added; begins anew.</summary>
    internal string? Take()
    {
        if (!_any)
        {
            return null;
        }

        _json.WriteEndObject();
        _json.Flush();
        var text = Encoding.UTF8.GetString(_buffer.WrittenSpan);
        Clear();
        return text;
    }

    /// <summary>Writes the fields of such an object into an open one.</summary>
    /// <param name="json">A writer within an object.</param>
    /// <param name="extraFields">The object, or null.</param>
    /// <param name="skip">Those that the object being written has already, or cannot have.</param>
    /// <param name="rename">What a field is called there.</param>
    /// <returns>How many fields were passed over.</returns>
    internal static int Write(Utf8JsonWriter json, string? extraFields, Predicate<JsonProperty>? skip = null, Func<string, string>? rename = null)
    {
        var skipped = 0;
        if (extraFields is null)
        {
            return skipped;
        }

        foreach (var field in JsonElement.Parse(extraFields).EnumerateObject())
        {
            if (skip?.Invoke(field) == true)
            {
                skipped++;
            }
            else
            {
                json.WritePropertyName(rename?.Invoke(field.Name) ?? field.Name);
                field.Value.WriteTo(json);
            }
        }

        return skipped;
    }

    /// <summary>How many fields such an object has.</summary>
    internal static int Count(string? extraFields) => extraFields is null ? 0 : JsonElement.Parse(extraFields).GetPropertyCount();

    /// <summary>The text of a field of such an object; null where there is none.</summary>
    internal static string? Find(string? extraFields, string name) =>
        extraFields is null ? null : JsonTexts.Field(JsonElement.Parse(extraFields), name);

    /// <summary>The last field of such an object that has this name.</summary>
    internal static JsonElement? FindValue(string? extraFields, string name) =>
        extraFields is not null && JsonElement.Parse(extraFields).TryGetProperty(name, out var value) ? value : null;

    void Begin()
    {
        if (!_any)
        {
            _any = true;
            _json.WriteStartObject();
        }
    }
}
