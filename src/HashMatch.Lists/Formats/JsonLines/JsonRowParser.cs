using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HashMatch.Lists.Formats.Json;

namespace HashMatch.Lists.Formats.JsonLines;

/// <summary>Rows of our own JSON Lines form.</summary>
sealed class JsonRowParser : IRowParser
{
    /// <summary>The schema of what <c>hashmatch hash</c> writes: such records are a list, their paths the ids.</summary>
    const string HashSchema = "hashmatch/hash@1";

    readonly EntryBuilder _entry = new();

    public ListFormat Format => ListFormat.JsonLines;

    public string? RowProfile { get; private set; }

    public bool TryReadHeader(ReadOnlySpan<char> line, [NotNullWhen(true)] out ListHeader? header)
    {
        header = null;
        if (!TryParseObject(line, out var fields, out _))
        {
            // Without its header a list would be used with the wrong radius or profile, so a broken one is no bad row.
            return JsonHeader.NamesHash(line)
                ? false
                : throw new ListFormatException("The first line is neither a header nor a row: it is not valid JSON.");
        }

        return ReadSchema(fields) != HashSchema && JsonHeader.TryRead(fields, out header);
    }

    public bool TryParse(ReadOnlySpan<char> line, [NotNullWhen(true)] out ListEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        entry = null;
        if (!TryParseObject(line, out var row, out reason))
        {
            return false;
        }

        var isRecord = ReadSchema(row) == HashSchema;
        if (isRecord && !IsUsableRecord(row, out reason))
        {
            return false;
        }

        _entry.Clear();
        try
        {
            foreach (var field in row.EnumerateObject())
            {
                if (!(isRecord ? TryAddOfRecord(field, out reason) : JsonEntryFields.TryAdd(_entry, field, out reason)))
                {
                    return false;
                }
            }
        }
        catch (InvalidOperationException)
        {
            reason = JsonTexts.NotUnicode;
            return false;
        }

        entry = _entry.Build();
        reason = entry is null ? "The row has none of the fields pdq, md5, sha1, sha256, xxh128." : null;
        return reason is null;
    }

    bool IsUsableRecord(JsonElement row, [NotNullWhen(false)] out string? reason)
    {
        var profile = JsonTexts.Field(row, "profile");
        reason = JsonTexts.Field(row, "status") != "ok" ? "The record has no hash, or one of low quality."
            : (RowProfile ??= profile) != profile ? "The record's hash is of another profile than the first one's."
            : null;
        return reason is null;
    }

    /// <summary>What a record says of its hash is an entry's; what it says of itself is not.</summary>
    bool TryAddOfRecord(JsonProperty field, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        switch (field.Name)
        {
            case "hash":
                return field.Value.ValueKind == JsonValueKind.Null || _entry.TryAddPdq(JsonTexts.Of(field.Value), "hash", out reason);
            case "path":
                _entry.Id = JsonTexts.TryGet(field.Value, out var path) ? path : null;
                return true;
            case "schema" or "status" or "profile" or "at":
                return true;
            case "md5" or "sha1" or "sha256" or "xxh128":
                return JsonEntryFields.TryAdd(_entry, field, out reason);
            default:
                _entry.Extra.Add(field.Name, field.Value);
                return true;
        }
    }

    static string? ReadSchema(JsonElement row)
    {
        try
        {
            return JsonTexts.Field(row, "schema");
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    static bool TryParseObject(ReadOnlySpan<char> line, out JsonElement row, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        try
        {
            row = JsonElement.Parse(line);
            // A look at every name: an escape of half a surrogate pair in one is valid JSON and throws only when read.
            foreach (var property in row.ValueKind == JsonValueKind.Object ? row.EnumerateObject() : default)
            {
                _ = property.Name;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The exception's text can quote the row, and rows hold hashes.
            row = default;
            reason = "The row is not valid JSON.";
            return false;
        }

        if (row.ValueKind != JsonValueKind.Object)
        {
            reason = "The row is not a JSON object.";
        }

        return reason is null;
    }
}
