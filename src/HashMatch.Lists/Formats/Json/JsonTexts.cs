using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace HashMatch.Lists.Formats.Json;

/// <summary>Values of JSON records as the text they stand for.</summary>
static class JsonTexts
{
    /// <summary>Why a record with half a surrogate pair is refused: that is valid JSON and no text.</summary>
    internal const string NotUnicode = "The row holds a text that is not valid Unicode.";

    /// <summary>A string's text; any other value's JSON, so that it is refused where a text is wanted, and not passed over.</summary>
    internal static string Of(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>The text of a value that is there: neither null nor empty.</summary>
    internal static bool TryGet(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        text = value.ValueKind == JsonValueKind.Null ? null : Of(value);
        return !string.IsNullOrEmpty(text);
    }

    /// <summary>The text of a string field; null if the field is absent, null or no string.</summary>
    internal static string? Field(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
