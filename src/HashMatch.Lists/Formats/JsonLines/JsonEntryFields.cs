using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HashMatch.Hashes;
using HashMatch.Lists.Formats.Json;

namespace HashMatch.Lists.Formats.JsonLines;

/// <summary>The fields of a row of our own form. One that has not the form of its name is kept, unless a match would depend on it.</summary>
static class JsonEntryFields
{
    /// <summary>What a row has a meaning for; a <c>schema</c> makes one a record of <c>hashmatch hash</c>.</summary>
    internal static TakenNames Taken { get; } = new(
        "schema", "id", HashNames.Pdq, "md5", "sha1", "sha256", "xxh128", "otherHashes", "labels", "removed", "source", "owner", "created", "updated", "feedback");

    internal static bool TryAdd(EntryBuilder entry, JsonProperty field, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        var value = field.Value;
        var name = field.Name;
        switch (name)
        {
            case "pdq":
                return value.ValueKind == JsonValueKind.Null || entry.TryAddPdq(JsonTexts.Of(value), name, out reason);
            case "md5":
                return TryAddDigest(entry, DigestKind.Md5, field, out reason);
            case "sha1":
                return TryAddDigest(entry, DigestKind.Sha1, field, out reason);
            case "sha256":
                return TryAddDigest(entry, DigestKind.Sha256, field, out reason);
            case "xxh128":
                return TryAddDigest(entry, DigestKind.XxHash128, field, out reason);
            case "labels":
                return TryAddLabels(entry, value, out reason);
            case "removed" when value.ValueKind is not JsonValueKind.Null:
                entry.IsRemoved = value.ValueKind == JsonValueKind.True;
                reason = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "'removed' must be true or false.";
                return reason is null;
            case "id":
                entry.Id = JsonTexts.TryGet(value, out var id) ? id : null;
                return true;
            case "source" when value.ValueKind == JsonValueKind.String:
                entry.Source = value.GetString();
                return true;
            case "owner" when value.ValueKind == JsonValueKind.String:
                entry.Owner = value.GetString();
                return true;
            case "created" when value.ValueKind == JsonValueKind.String:
                entry.Created = value.GetString();
                return true;
            case "updated" when value.ValueKind == JsonValueKind.String:
                entry.Updated = value.GetString();
                return true;
            case "feedback" when TryReadFeedback(value, out var feedback):
                entry.Feedback = feedback;
                return true;
            case "otherHashes" when TryReadOthers(value, out var others):
                return TryAddOthers(entry, others, out reason);
            default:
                entry.Extra.Add(Taken.NameOf(name), value);
                return true;
        }
    }

    static bool TryAddDigest(EntryBuilder entry, DigestKind kind, JsonProperty field, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        return field.Value.ValueKind == JsonValueKind.Null || entry.TryAddDigest(kind, JsonTexts.Of(field.Value), field.Name, out reason);
    }

    static bool TryAddLabels(EntryBuilder entry, JsonElement value, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        entry.ClearLabels();
        if (value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(label => label.ValueKind != JsonValueKind.String))
        {
            reason = "'labels' must be an array of strings.";
            return false;
        }

        foreach (var label in value.EnumerateArray())
        {
            entry.AddLabel(label.GetString()!);
        }

        return true;
    }

    static bool TryReadFeedback(JsonElement value, [NotNullWhen(true)] out ListFeedback? feedback)
    {
        feedback = value.ValueKind == JsonValueKind.Object && value.GetPropertyCount() == 2 &&
            TryReadCount(value, "affirmative", out var affirmative) && TryReadCount(value, "negative", out var negative)
            ? new ListFeedback(affirmative, negative)
            : null;
        return feedback is not null;
    }

    static bool TryReadCount(JsonElement value, string name, out long count)
    {
        count = 0;
        return value.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out count) && count >= 0;
    }

    static bool TryReadOthers(JsonElement value, out List<OpaqueHash> others)
    {
        others = [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (var hash in value.EnumerateArray())
        {
            if (hash.ValueKind != JsonValueKind.Object || hash.GetPropertyCount() != 2 ||
                JsonTexts.Field(hash, "name") is not { } name || JsonTexts.Field(hash, "value") is not { } text)
            {
                return false;
            }

            others.Add(new OpaqueHash(name, text));
        }

        return others.Count > 0;
    }

    /// <summary>A second digest of a kind stands among the others too, and is matched all the same.</summary>
    static bool TryAddOthers(EntryBuilder entry, List<OpaqueHash> others, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        foreach (var (name, value) in others)
        {
            if (HashNames.TryFindDigest(name, out var kind))
            {
                if (!entry.TryAddDigest(kind, value, "otherHashes", out reason))
                {
                    return false;
                }
            }
            else
            {
                entry.AddOther(name, value);
            }
        }

        return true;
    }
}
