using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace HashMatch.Triage.Internals;

/// <summary>Reads values of a JSON object by the form they must have, and notes those that have another.</summary>
/// <remarks>Null stands for a field that is absent, except where a field must be there.</remarks>
static class JsonFields
{
    /// <summary>Times as RFC 3339 has them: a date, <c>T</c>, a time with at most seven decimals, and <c>Z</c> or an offset.</summary>
    static readonly string[] s_timeFormats =
        [.. Enumerable.Range(0, 8).Select(decimals => "yyyy-MM-dd'T'HH:mm:ss" + (decimals == 0 ? "" : "." + new string('f', decimals)) + "zzz")];

    internal static bool TryText(JsonElement value, int maxLength, FieldNotes notes, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (value.ValueKind != JsonValueKind.String)
        {
            notes.Error("must be a string");
            return false;
        }

        if (!TryUnescape(value, out text))
        {
            notes.Error("holds a text that is not valid Unicode");
        }
        else if (text.Length == 0)
        {
            notes.Error("must not be empty");
            text = null;
        }
        else if (text.Length > maxLength && text.EnumerateRunes().Count() > maxLength)
        {
            notes.Error(string.Create(CultureInfo.InvariantCulture, $"must not be longer than {maxLength} characters"));
            text = null;
        }

        return text is not null;
    }

    internal static bool TryTime(JsonElement value, FieldNotes notes, out DateTimeOffset time)
    {
        time = default;
        if (value.ValueKind == JsonValueKind.String && TryUnescape(value, out var text) && TryTime(text, out time))
        {
            return true;
        }

        notes.Error("must be a time of the years 1970 to 2999 with its zone, such as 2026-01-31T08:30:00Z");
        return false;
    }

    internal static bool TryFlag(JsonElement value, FieldNotes notes, out bool flag)
    {
        flag = value.ValueKind == JsonValueKind.True;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return true;
        }

        notes.Error("must be true or false");
        return false;
    }

    internal static bool TryNumber(JsonElement value, int least, int most, FieldNotes notes, out int number)
    {
        number = 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out number) && number >= least && number <= most)
        {
            return true;
        }

        notes.Error(string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"));
        return false;
    }

    /// <summary>A list of texts; an empty one if anything is wrong with it.</summary>
    internal static IReadOnlyList<string> Texts(JsonElement value, int maxLength, int maxCount, FieldNotes notes)
    {
        if (!IsArray(value, maxCount, notes))
        {
            return [];
        }

        List<string> texts = new(value.GetArrayLength());
        foreach (var element in value.EnumerateArray())
        {
            notes.Enter(texts.Count);
            var isText = TryText(element, maxLength, notes, out var text);
            notes.Leave();
            if (!isText)
            {
                return [];
            }

            texts.Add(text!);
        }

        return texts;
    }

    internal static bool IsArray(JsonElement value, int maxCount, FieldNotes notes)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            notes.Error("must be an array");
            return false;
        }

        if (value.GetArrayLength() > maxCount)
        {
            notes.Error(string.Create(CultureInfo.InvariantCulture, $"must not have more than {maxCount} elements"));
            return false;
        }

        return true;
    }

    internal static bool IsObject(JsonElement value, FieldNotes notes)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        notes.Error("must be an object");
        return false;
    }

    /// <summary>The text of a string; half a surrogate pair is valid JSON and no text.</summary>
    internal static bool TryUnescape(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>Whether there is room on both sides for offsets and the longest preservation period.</summary>
    internal static bool IsInRange(DateTimeOffset time) => time.Year is >= 1970 and <= 2999;

    internal static bool TryTime(string text, out DateTimeOffset time)
    {
        time = default;
        // "Z" is the one zone the formats cannot say beside an offset.
        var spelled = text.EndsWith('Z') ? string.Concat(text.AsSpan(0, text.Length - 1), "+00:00") : text;
        return spelled.Length is >= 25 and <= 33 &&
            DateTimeOffset.TryParseExact(spelled, s_timeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time) && IsInRange(time);
    }
}
