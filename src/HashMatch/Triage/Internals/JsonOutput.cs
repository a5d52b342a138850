using System.Globalization;
using System.Text.Json;

namespace HashMatch.Triage.Internals;

/// <summary>Fields that are written only where there is something to say.</summary>
static class JsonOutput
{
    internal static void WriteIfAny(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    internal static void WriteIfAny(this Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>A time with its offset, <c>Z</c> for none, and no more decimals than it has.</summary>
    internal static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is not { } moment)
        {
            return;
        }

        var text = moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        json.WriteString(name, text + (moment.Offset == TimeSpan.Zero ? "Z" : moment.ToString("zzz", CultureInfo.InvariantCulture)));
    }
}
