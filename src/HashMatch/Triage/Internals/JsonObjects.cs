using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace HashMatch.Triage.Internals;

/// <summary>Parses documents that are one JSON object, and looks at what holds for all of them.</summary>
static class JsonObjects
{
    /// <summary>Parses the object of a line: no longer, no deeper, and no field twice.</summary>
    internal static bool TryParseLine(ReadOnlySpan<byte> utf8, int maxBytes, int maxDepth, FieldNotes notes, out JsonElement fields)
    {
        if (utf8.Length <= maxBytes)
        {
            return TryParseObject(utf8, new JsonDocumentOptions { MaxDepth = maxDepth, AllowDuplicateProperties = false }, notes, out fields);
        }

        fields = default;
        notes.Error(string.Create(CultureInfo.InvariantCulture, $"is longer than {maxBytes} bytes"));
        return false;
    }

    /// <summary>Parses one document: an object.</summary>
    internal static bool TryParseObject(ReadOnlySpan<byte> utf8, JsonDocumentOptions options, FieldNotes notes, out JsonElement fields)
    {
        try
        {
            fields = JsonElement.Parse(utf8, options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The exception's own text can quote the document.
            fields = default;
            notes.Error(exception is JsonException { LineNumber: > 0 and { } line }
                ? string.Create(CultureInfo.InvariantCulture, $"is not valid JSON at line {line + 1}, or nests too deep, or a field stands twice")
                : "is not valid JSON, or nests too deep, or a field stands twice");
            return false;
        }

        if (fields.ValueKind != JsonValueKind.Object)
        {
            notes.Error("must be a JSON object");
            return false;
        }

        return true;
    }

    /// <summary>Notes the fields that must be there and are not.</summary>
    internal static void Require(JsonElement fields, FieldNotes notes, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!fields.TryGetProperty(name, out _))
            {
                notes.Missing(name);
            }
        }
    }

    /// <summary>Notes a schema that is not the one read here.</summary>
    internal static void ExpectSchema(JsonElement value, string schema, FieldNotes notes)
    {
        if (value.ValueKind != JsonValueKind.String || !JsonFields.TryUnescape(value, out var text) || text != schema)
        {
            notes.Error($"must be '{schema}' where it stands");
        }
    }

    /// <summary>The name of a field; half a surrogate pair in one is valid JSON and no text.</summary>
    internal static bool TryName(JsonProperty field, FieldNotes notes, [NotNullWhen(true)] out string? name)
    {
        try
        {
            name = field.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = null;
            notes.Error("has a field whose name is not valid Unicode");
            return false;
        }
    }
}
