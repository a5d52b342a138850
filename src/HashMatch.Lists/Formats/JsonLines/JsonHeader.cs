using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HashMatch.Hashes;
using HashMatch.Lists.Formats.Json;
using HashMatch.Matching;

namespace HashMatch.Lists.Formats.JsonLines;

/// <summary>The header object of our own form.</summary>
static class JsonHeader
{
    /// <summary>The schema a header names.</summary>
    internal const string Schema = "hashmatch/list@1";

    /// <summary>As many as MD5 has; fewer may be a number or a version.</summary>
    const int FewestHashDigits = 32;

    /// <summary>What matches depend on: whatever stands beside one of these, the line is a header.</summary>
    static readonly string[] s_decisiveFields = ["role", "algorithm", "radius", "profile"];

    /// <summary>What a header has, and so may a row of somebody else's.</summary>
    static readonly string[] s_namingFields = ["name", "version"];

    /// <summary>What only a row has. A header may have an id of its own.</summary>
    static readonly string[] s_hashFields =
        [.. Enum.GetValues<DigestKind>().Select(ContentDigest.NameOf), "pdq", "hash", "otherHashes", "removed"];

    /// <summary>What a header has a meaning for; a field that only a row has would make it one.</summary>
    internal static TakenNames Taken { get; } = new([.. s_decisiveFields, .. s_namingFields, "schema", .. s_hashFields]);

    /// <summary>Whether a line that is no JSON was meant for a row: a hash's name stands before a colon. As a value it may be a header's.</summary>
    internal static bool NamesHash(ReadOnlySpan<char> line)
    {
        foreach (var field in s_hashFields)
        {
            var name = $"\"{field}\"";
            for (var rest = line; rest.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at;)
            {
                rest = rest[(at + name.Length)..].TrimStart();
                if (rest.StartsWith(':'))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Takes an object for a header if it has a header's fields and none of a row's, nor what looks like a hash of another kind.</summary>
    /// <exception cref="ListFormatException">A field that a match depends on is malformed.</exception>
    internal static bool TryRead(JsonElement fields, [NotNullWhen(true)] out ListHeader? header)
    {
        header = null;
        if (!IsHeader(fields))
        {
            return false;
        }

        header = Read(fields);
        return true;
    }

    static bool IsHeader(JsonElement fields) => !HasAny(fields, s_hashFields) &&
        (JsonTexts.Field(fields, "schema") == Schema || HasAny(fields, s_decisiveFields) ||
        (HasAny(fields, s_namingFields) && !fields.EnumerateObject().Any(field => LooksLikeHash(field.Value))));

    static bool LooksLikeHash(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: >= FewestHashDigits } text && text.All(char.IsAsciiHexDigit);

    static ListHeader Read(JsonElement fields)
    {
        ListHeader header = new();
        ExtraFields extra = new();
        foreach (var field in fields.EnumerateObject())
        {
            var text = JsonTexts.TryGet(field.Value, out var value) ? value : null;
            switch (field.Name)
            {
                case "schema":
                    break;
                case "name":
                    header = header with { Name = text };
                    break;
                case "version":
                    header = header with { Version = text };
                    break;
                case "profile":
                    header = header with { Profile = text };
                    break;
                case "role":
                    header = header with { Role = text is null ? null : RoleOf(text) };
                    break;
                case "radius":
                    header = header with { Radius = RadiusOf(field.Value) };
                    break;
                case "algorithm":
                    if (text is not (null or HashNames.Pdq))
                    {
                        throw new ListFormatException("The list's algorithm must be 'pdq'.");
                    }

                    header = header with { Algorithm = text };
                    break;
                default:
                    extra.Add(Taken.NameOf(field.Name), field.Value);
                    break;
            }
        }

        return header with { ExtraFields = extra.Take() };
    }

    static ListRole RoleOf(string text) => text switch
    {
        "known" => ListRole.Known,
        "ignore" => ListRole.Ignore,
        _ => throw new ListFormatException("The list's role must be 'known' or 'ignore'."),
    };

    static int? RadiusOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number when value.TryGetInt32(out var bits) && bits is >= 0 and <= 256 => bits,
        _ => throw new ListFormatException("The list's radius must be a whole number from 0 to 256."),
    };

    static bool HasAny(JsonElement fields, string[] names) => names.Any(name => fields.TryGetProperty(name, out _));
}
