using System.Text.Json;
using HashMatch.Matching;

namespace HashMatch.Lists.Formats.JsonLines;

/// <summary>Our own form: a header, then a row an entry. Nothing is lost.</summary>
sealed class JsonLinesWriter : ListWriter
{
    readonly BufferedStream _output;
    readonly Utf8JsonWriter _json;

    internal JsonLinesWriter(Stream stream, ListHeader header)
    {
        _output = new BufferedStream(stream, 1 << 16);
        _json = new Utf8JsonWriter(_output, ExtraFields.WriterOptions);
        WriteHeader(header);
    }

    public override void Complete()
    {
        _json.Flush();
        _output.Flush();
    }

    private protected override bool TryWrite(ListEntry entry)
    {
        JsonRow.Write(_json, entry);
        EndLine();
        return true;
    }

    // The buffered stream is not disposed: that would close the stream below.
    private protected override void Dispose(bool disposing)
    {
        _json.Dispose();
        base.Dispose(disposing);
    }

    void WriteHeader(ListHeader header)
    {
        _json.WriteStartObject();
        _json.WriteString("schema", JsonHeader.Schema);
        WriteIfAny("name", header.Name);
        WriteIfAny("version", header.Version);
        WriteIfAny("role", header.Role switch { null => null, ListRole.Known => "known", _ => "ignore" });
        if (header.Radius is { } radius)
        {
            _json.WriteNumber("radius", radius);
        }

        WriteIfAny("algorithm", header.Algorithm);
        WriteIfAny("profile", header.Profile);
        JsonHeader.Taken.Write(_json, header.ExtraFields);
        _json.WriteEndObject();
        EndLine();
    }

    void WriteIfAny(string name, string? text)
    {
        if (text is not null)
        {
            _json.WriteString(name, text);
        }
    }

    void EndLine()
    {
        _json.Flush();
        _output.WriteByte((byte)'\n');
        _json.Reset();
    }
}
