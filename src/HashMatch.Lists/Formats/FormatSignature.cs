using System.Text;
using System.Text.Json;
using HashMatch.Lists.Formats.JsonLines;

namespace HashMatch.Lists.Formats;

/// <summary>Tells the formats apart by how a file begins.</summary>
static class FormatSignature
{
    /// <summary>How much of a file is looked at.</summary>
    internal const int Length = 1 << 14;

    static readonly string[] s_vicsFields = ["odata.metadata", "@odata.context", "value"];
    static readonly string[] s_stopNciiFields = ["hashRecords", "nextPageToken", "nextSetTimestamp", "hasMoreRecords"];

    /// <summary>The format of a file with these first bytes; <see cref="ListFormat.Auto"/> for one with an entry a line.</summary>
    internal static ListFormat Of(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("SQLite format 3\0"u8))
        {
            return ListFormat.NsrlDatabase;
        }

        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            var encoding = start[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            start = Encoding.UTF8.GetBytes(encoding.GetString(start));
        }

        start = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        start = start.TrimStart(" \t\r\n"u8);
        return start switch
        {
            [(byte)'<', ..] => ListFormat.HashSharing,
            [(byte)'{', ..] => OfObject(start),
            _ => ListFormat.Auto,
        };
    }

    static ListFormat OfObject(ReadOnlySpan<byte> start)
    {
        // Only the names at the top tell; the object seldom ends within what is looked at.
        Utf8JsonReader json = new(start, isFinalBlock: false, default);
        try
        {
            while (json.Read() && !(json.TokenType == JsonTokenType.EndObject && json.CurrentDepth == 0))
            {
                if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1)
                {
                    // Our own header may have any unknown field behind it.
                    if (json.ValueTextEquals("schema"u8) && IsOurs(json))
                    {
                        return ListFormat.Auto;
                    }

                    if (Names(json, s_vicsFields) && (!json.ValueTextEquals("value"u8) || BeginsArray(json)))
                    {
                        return ListFormat.Vics;
                    }

                    if (Names(json, s_stopNciiFields))
                    {
                        return ListFormat.StopNcii;
                    }
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Whatever it is, no document has it at its top: broken JSON, or half a surrogate pair. Its reader says what is wrong.
        }

        return ListFormat.Auto;
    }

    static bool IsOurs(Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.String && json.ValueTextEquals(JsonHeader.Schema);

    static bool BeginsArray(Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.StartArray;

    static bool Names(Utf8JsonReader json, string[] names)
    {
        foreach (var name in names)
        {
            if (json.ValueTextEquals(name))
            {
                return true;
            }
        }

        return false;
    }
}
