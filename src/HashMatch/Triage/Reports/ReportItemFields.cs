using System.Globalization;
using System.Text.Json;
using HashMatch.Hashes;
using HashMatch.Triage.Internals;

namespace HashMatch.Triage.Reports;

/// <summary>An item's fields from JSON.</summary>
static class ReportItemFields
{
    static readonly ReportItem s_nothing = new();

    /// <summary>The item; all that is wrong with it is noted.</summary>
    internal static ReportItem Read(JsonElement fields, FieldNotes notes)
    {
        if (!JsonFields.IsObject(fields, notes))
        {
            return s_nothing;
        }

        string? id = null, path = null, place = null, device = null;
        Hash256? pdq = null;
        List<ContentDigest>? digests = null;
        int? quality = null;
        DateTimeOffset? captured = null;
        bool? viewed = null;
        var relevance = ItemRelevance.Reported;
        IReadOnlyList<string> annotations = [];
        List<JsonProperty>? extra = null;
        foreach (var field in fields.EnumerateObject())
        {
            if (!JsonObjects.TryName(field, notes, out var name))
            {
                continue;
            }

            var value = field.Value;
            if (value.ValueKind == JsonValueKind.Null && IsOurs(name))
            {
                continue;
            }

            notes.Enter(name);
            switch (name)
            {
                case "id":
                    id = Text(value, ReportLimits.Text, notes);
                    break;
                case "path":
                    path = Text(value, ReportLimits.Path, notes);
                    break;
                case "place":
                    place = Text(value, ReportLimits.Text, notes);
                    break;
                case "device":
                    device = Text(value, ReportLimits.Text, notes);
                    break;
                case "pdq":
                    pdq = Pdq(value, notes);
                    break;
                case "md5":
                    AddDigest(ref digests, DigestKind.Md5, value, notes);
                    break;
                case "sha1":
                    AddDigest(ref digests, DigestKind.Sha1, value, notes);
                    break;
                case "sha256":
                    AddDigest(ref digests, DigestKind.Sha256, value, notes);
                    break;
                case "xxh128":
                    AddDigest(ref digests, DigestKind.XxHash128, value, notes);
                    break;
                case "quality":
                    quality = JsonFields.TryNumber(value, 0, 100, notes, out var number) ? number : null;
                    break;
                case "captureTime":
                    captured = JsonFields.TryTime(value, notes, out var time) ? time : null;
                    break;
                case "viewedByReporter":
                    viewed = JsonFields.TryFlag(value, notes, out var flag) ? flag : null;
                    break;
                case "annotations":
                    annotations = JsonFields.Texts(value, ReportLimits.Text, ReportLimits.Annotations, notes);
                    break;
                case "relevance" when IsSupplemental(value, notes) is { } isSupplemental:
                    relevance = isSupplemental ? ItemRelevance.Supplemental : ItemRelevance.Reported;
                    break;
                default:
                    (extra ??= []).Add(field);
                    break;
            }

            notes.Leave();
        }

        if (path is null && pdq is null && digests is null)
        {
            notes.Warn("names neither a file nor a hash");
        }

        return new ReportItem
        {
            Id = id,
            Path = path,
            Pdq = pdq,
            Quality = quality,
            Digests = digests is null ? [] : digests.ToArray(),
            CaptureTime = captured,
            Place = place,
            Device = device,
            Annotations = annotations,
            ViewedByReporter = viewed,
            Relevance = relevance,
            ExtraFields = ExtraText.Of(extra, notes),
        };
    }

    static bool IsOurs(string name) => name is "id" or "path" or "place" or "device" or "pdq" or "md5" or "sha1" or "sha256" or "xxh128"
        or "quality" or "captureTime" or "viewedByReporter" or "annotations" or "relevance";

    static string? Text(JsonElement value, int maxLength, FieldNotes notes) =>
        JsonFields.TryText(value, maxLength, notes, out var text) ? text : null;

    static string? Digits(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && JsonFields.TryUnescape(value, out var text) ? text : null;

    static Hash256? Pdq(JsonElement value, FieldNotes notes)
    {
        if (Digits(value) is { } text && Hash256.TryParse(text.AsSpan(), out var hash))
        {
            return hash;
        }

        ExpectDigits(Hash256.TextLength, notes);
        return null;
    }

    static void AddDigest(ref List<ContentDigest>? digests, DigestKind kind, JsonElement value, FieldNotes notes)
    {
        if (Digits(value) is { } text && ContentDigest.TryParse(kind, text, out var digest))
        {
            (digests ??= new List<ContentDigest>(1)).Add(digest);
        }
        else
        {
            ExpectDigits(2 * ContentDigest.ByteLength(kind), notes);
        }
    }

    static void ExpectDigits(int count, FieldNotes notes) =>
        notes.Error(string.Create(CultureInfo.InvariantCulture, $"must be a string of exactly {count} hexadecimal digits"));

    /// <summary>Null for a word outside the closed set, or no word at all.</summary>
    static bool? IsSupplemental(JsonElement value, FieldNotes notes)
    {
        switch (Text(value, ReportLimits.Text, notes))
        {
            case "supplemental":
                return true;
            case "reported":
                return false;
            case not null:
                notes.Warn("is neither 'reported' nor 'supplemental'; the word is kept, and the item counts as reported");
                return null;
            default:
                return null;
        }
    }
}
