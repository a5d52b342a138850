using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HashMatch.Triage.Internals;

/// <summary>Fields that have no place in the model, as the text of one JSON object, so that they survive.</summary>
static class ExtraText
{
    /// <summary>No white space, and text as it is wherever JSON allows.</summary>
    internal static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object of these fields, or null without any; notes a text that is not valid Unicode.</summary>
    internal static string? Of(List<JsonProperty>? fields, FieldNotes notes)
    {
        if (fields is null)
        {
            return null;
        }

        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, WriterOptions))
        {
            json.WriteStartObject();
            try
            {
                foreach (var field in fields)
                {
                    field.WriteTo(json);
                }
            }
            catch (InvalidOperationException)
            {
                notes.Error("holds a text that is not valid Unicode");
                return null;
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the fields of such an object into an open one.</summary>
    internal static void Write(Utf8JsonWriter json, string? extraFields)
    {
        if (extraFields is null)
        {
            return;
        }

        foreach (var field in JsonElement.Parse(extraFields).EnumerateObject())
        {
            field.WriteTo(json);
        }
    }
}
