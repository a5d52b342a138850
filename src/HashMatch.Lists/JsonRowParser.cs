using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Lists;

/// <summary>Rows of our own JSON Lines form.</summary>
sealed class JsonRowParser : IRowParser
{
    static readonly (string Field, DigestKind Kind)[] s_digestFields =
    [
        .. Enum.GetValues<DigestKind>().Select(kind => (ContentDigest.NameOf(kind), kind)),
    ];

    /// <summary>The schema of what <c>hashmatch hash</c> writes: such records are a list, their paths the ids.</summary>
    const string HashSchema = "hashmatch/hash@1";

    static readonly string[] s_headerFields = ["name", "version", "role", "algorithm", "radius", "profile", "schema"];

    /// <inheritdoc/>
    public string? RowProfile { get; private set; }

    /// <summary>What only a row has.</summary>
    static IEnumerable<string> HashFields => s_digestFields.Select(digest => digest.Field).Concat(["pdq", "hash"]);

    public bool TryReadHeader(ReadOnlySpan<char> line, ListReadOptions options, [NotNullWhen(true)] out KnownList? list)
    {
        list = null;
        if (!TryParseObject(line, out var header, out _))
        {
            // Without its header a list would be used with the wrong radius or profile, so a broken one is no bad row.
            return NamesAny(line, HashFields)
                ? false
                : throw new ListFormatException("The first line is neither a header nor a row: it is not valid JSON.");
        }

        if (ReadString(header, "schema") == HashSchema)
        {
            return false;
        }

        if (HasAny(header, HashFields) || !HasAny(header, s_headerFields))
        {
            return false;
        }

        var role = ReadString(header, "role");
        var expected = options.Role == ListRole.Known ? "known" : "ignore";
        if (role is not null && role != expected)
        {
            throw new ListFormatException(role is "known" or "ignore"
                ? $"The list says its role is '{role}', but it was given as '{expected}'."
                : "The list's role must be 'known' or 'ignore'.");
        }

        if (ReadString(header, "algorithm") is { } algorithm && algorithm != "pdq")
        {
            throw new ListFormatException("The list's algorithm must be 'pdq'.");
        }

        int? radius = null;
        if (header.TryGetProperty("radius", out var value) && value.ValueKind != JsonValueKind.Null)
        {
            radius = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var bits) && bits is >= 0 and <= 256
                ? bits
                : throw new ListFormatException("The list's radius must be a whole number from 0 to 256.");
        }

        var name = ReadString(header, "name");
        list = new KnownList(string.IsNullOrEmpty(name) ? options.Name : name, options.Role,
            ReadString(header, "version"), radius, ReadString(header, "profile"));
        return true;
    }

    public bool TryParse(ReadOnlySpan<char> line, long lineNumber, [NotNullWhen(true)] out KnownEntry? entry,
        [NotNullWhen(false)] out string? reason)
    {
        entry = null;
        if (!TryParseObject(line, out var row, out reason))
        {
            return false;
        }

        var isRecord = ReadString(row, "schema") == HashSchema;
        if (isRecord && ReadString(row, "status") != "ok")
        {
            reason = "The record has no hash, or one of low quality.";
            return false;
        }

        if (isRecord && (RowProfile ??= ReadString(row, "profile")) != ReadString(row, "profile"))
        {
            reason = "The record's hash is of another profile than the first one's.";
            return false;
        }

        Hash256? pdq = null;
        var pdqField = isRecord ? "hash" : "pdq";
        if (ReadString(row, pdqField) is { } pdqText)
        {
            if (!Hash256.TryParse(pdqText, out var hash))
            {
                reason = $"'{pdqField}' must be 64 hexadecimal digits.";
                return false;
            }

            pdq = hash;
        }

        List<ContentDigest> digests = [];
        foreach (var (field, kind) in s_digestFields)
        {
            if (ReadString(row, field) is not { } text)
            {
                continue;
            }

            if (!ContentDigest.TryParse(kind, text, out var digest))
            {
                reason = $"'{field}' must be {2 * ContentDigest.ByteLength(kind)} hexadecimal digits.";
                return false;
            }

            digests.Add(digest);
        }

        if (pdq is null && digests.Count == 0)
        {
            reason = "The row has none of the fields pdq, md5, sha1, sha256, xxh128.";
            return false;
        }

        if (!TryReadLabels(row, out var labels))
        {
            reason = "'labels' must be an array of strings.";
            return false;
        }

        entry = new KnownEntry(ReadId(row, isRecord ? "path" : "id") ?? lineNumber.ToString(CultureInfo.InvariantCulture), pdq, digests, labels);
        reason = null;
        return true;
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

    static bool HasAny(JsonElement row, IEnumerable<string> fields) => fields.Any(field => row.TryGetProperty(field, out _));

    static bool NamesAny(ReadOnlySpan<char> line, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            if (line.Contains($"\"{field}\"", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A string field; a field of any other kind counts as its raw text, so that it is refused, not ignored.</summary>
    static string? ReadString(JsonElement row, string field) =>
        !row.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null ? null : ReadText(value);

    static string ReadText(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            // An escape of half a surrogate pair is valid JSON and no string.
            return value.GetRawText();
        }
    }

    static string? ReadId(JsonElement row, string field) => ReadString(row, field) is { Length: > 0 } id ? id : null;

    static bool TryReadLabels(JsonElement row, out IReadOnlyList<string> labels)
    {
        labels = [];
        if (!row.TryGetProperty("labels", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        List<string> read = [];
        foreach (var label in value.EnumerateArray())
        {
            if (label.ValueKind != JsonValueKind.String)
            {
                return false;
            }

            read.Add(ReadText(label));
        }

        labels = read;
        return true;
    }
}
