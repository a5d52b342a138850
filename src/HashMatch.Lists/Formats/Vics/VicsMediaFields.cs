using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using HashMatch.Lists.Formats.Json;

namespace HashMatch.Lists.Formats.Vics;

/// <summary>The fields of a medium.</summary>
/// <remarks>
/// A category that is a number becomes a label; one that is null stays null among the extra fields, since null is not 0.
/// Flags come as booleans or as texts and stay as they are.
/// </remarks>
static class VicsMediaFields
{
    internal static bool TryAdd(EntryBuilder entry, JsonProperty field, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        var value = field.Value;
        switch (field.Name)
        {
            case VicsFields.MediaId when JsonTexts.TryGet(value, out var id):
                entry.Id = id;
                return true;
            case VicsFields.DateUpdated when value.ValueKind == JsonValueKind.String:
                entry.Updated = value.GetString();
                return true;
            case VicsFields.Category when CategoryOf(value) is { } category:
                entry.AddLabel(string.Create(CultureInfo.InvariantCulture, $"{VicsFields.CategoryLabel}{category}"));
                return true;
            case "MD5" or "SHA1" or "SHA256" or VicsFields.PhotoDna:
                return !JsonTexts.TryGet(value, out var digits) || entry.TryAddHash(field.Name, digits, field.Name, out reason);
            case VicsFields.Hashes when value.ValueKind == JsonValueKind.Array:
                return TryAddHashes(entry, value, out reason);
            default:
                entry.Extra.Add(field.Name, value);
                return true;
        }
    }

    /// <summary>Whether a field is read as hashes.</summary>
    internal static bool IsHash(JsonProperty field) => field.Name is "MD5" or "SHA1" or "SHA256" or VicsFields.PhotoDna ||
        (field.Name == VicsFields.Hashes && field.Value.ValueKind == JsonValueKind.Array);

    static bool TryAddHashes(EntryBuilder entry, JsonElement hashes, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        foreach (var hash in hashes.EnumerateArray())
        {
            if (hash.ValueKind != JsonValueKind.Object || JsonTexts.Field(hash, VicsFields.HashName) is not { } name)
            {
                reason = "Every element of 'Hashes' needs 'HashName' and 'HashValue'.";
                return false;
            }

            if (JsonTexts.Field(hash, VicsFields.HashValue) is { Length: > 0 } value && !entry.TryAddHash(name, value, VicsFields.Hashes, out reason))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A category as a number or as its digits.</summary>
    static int? CategoryOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
