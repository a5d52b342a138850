using System.Text.Json;

namespace HashMatch.Lists.Formats;

/// <summary>A writer of JSON: it holds what it writes by, and hands on what has gathered.</summary>
abstract class JsonListWriter : ListWriter
{
    /// <summary>Bytes that gather before they go to the stream.</summary>
    const int FlushAt = 1 << 16;

    /// <param name="stream">Left open.</param>
    private protected JsonListWriter(Stream stream) => Json = new Utf8JsonWriter(stream, ExtraFields.WriterOptions);

    private protected Utf8JsonWriter Json { get; }

    private protected override void Dispose(bool disposing)
    {
        Json.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>To be called behind every entry of a document.</summary>
    private protected void FlushIfLarge()
    {
        if (Json.BytesPending > FlushAt)
        {
            Json.Flush();
        }
    }
}
