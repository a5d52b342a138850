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
        try
        {
            var fields = JsonElement.Parse(line);
            return fields.ValueKind == JsonValueKind.Object && JsonTexts.Field(fields, "schema") != HashSchema && JsonHeader.TryRead(fields, out header);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Without its header a list would be used with the wrong radius or profile, so a broken one is no bad row.
            return JsonHeader.NamesHash(line)
                ? false
                : throw new ListFormatException($"The first line is neither a header nor a row. {ReasonOf(exception)}");
        }
    }

    public bool TryParse(ReadOnlySpan<char> line, [NotNullWhen(true)] out ListEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        try
        {
            return TryRead(JsonElement.Parse(line), out entry, out reason);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            entry = null;
            reason = ReasonOf(exception);
            return false;
        }
    }

    /// <summary>Why a row cannot be read. The exception's own text can quote the row, and rows hold hashes.</summary>
    static string ReasonOf(Exception exception) => exception is JsonException ? "The row is not valid JSON." : JsonTexts.NotUnicode;

    bool TryRead(JsonElement row, [NotNullWhen(true)] out ListEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        entry = null;
        if (row.ValueKind != JsonValueKind.Object)
        {
            reason = "The row is not a JSON object.";
            return false;
        }

        reason = null;
        var isRecord = JsonTexts.Field(row, "schema") == HashSchema;
        if (isRecord && !IsUsableRecord(row, out reason))
        {
            return false;
        }

        _entry.Clear();
        foreach (var field in row.EnumerateObject())
        {
            if (!(isRecord ? TryAddOfRecord(field, out reason) : JsonEntryFields.TryAdd(_entry, field, out reason)))
            {
                return false;
            }
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
}
