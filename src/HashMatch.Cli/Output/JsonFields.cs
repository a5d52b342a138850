using System.Text.Encodings.Web;
using System.Text.Json;
using HashMatch.Hashes;
using HashMatch.Imaging;
using HashMatch.Lists;

namespace HashMatch.Cli.Output;

/// <summary>The fields of one JSON record.</summary>
sealed class JsonFields(Stream output) : IDisposable
{
    /// <summary>The writer itself: no white space, paths unescaped where JSON allows.</summary>
    internal Utf8JsonWriter Json { get; } = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Dispose() => Json.Dispose();

    internal void Text(string name, string value) => Json.WriteString(name, value);

    internal void TextIfAny(string name, string? value)
    {
        if (value is not null)
        {
            Json.WriteString(name, value);
        }
    }

    internal void Number(string name, long value) => Json.WriteNumber(name, value);

    internal void NumberIfAny(string name, long? value)
    {
        if (value is { } number)
        {
            Json.WriteNumber(name, number);
        }
    }

    internal void NumberOrNull(string name, long? value)
    {
        if (value is { } number)
        {
            Json.WriteNumber(name, number);
        }
        else
        {
            Json.WriteNull(name);
        }
    }

    internal void Texts(string name, IEnumerable<string> texts)
    {
        Json.WriteStartArray(name);
        foreach (var text in texts)
        {
            Json.WriteStringValue(text);
        }

        Json.WriteEndArray();
    }

    internal void ErrorIfAny(string name, ImageError? error)
    {
        if (error is { } known)
        {
            Json.WriteStartObject(name);
            Json.WriteString("code", WireNames.Of(known.Code));
            Json.WriteString("message", known.Message);
            Json.WriteEndObject();
        }
    }

    /// <summary>Where a row of a list stands.</summary>
    internal void Place(ListPlace place)
    {
        Json.WriteNumber(WireNames.Of(place.Unit), place.Number);
        NumberIfAny("byte", place.ByteOffset);
    }

    internal void CountsOf(string name, IReadOnlyDictionary<string, long> counts)
    {
        Json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            Json.WriteNumber(key, count);
        }

        Json.WriteEndObject();
    }

    internal void Hash(string name, Hash256 hash)
    {
        Span<byte> text = stackalloc byte[Hash256.TextLength];
        hash.TryFormat(text, out _);
        Json.WriteString(name, text);
    }
}
