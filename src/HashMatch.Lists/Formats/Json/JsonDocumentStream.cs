using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HashMatch.Lists.Formats.Json;

/// <summary>A JSON document read token by token from a stream; what is in memory is one record at most.</summary>
/// <remarks>The buffer grows to the record being taken and is refilled whenever a token is not whole.</remarks>
sealed class JsonDocumentStream(Stream stream) : IDisposable
{
    const int FirstLength = 1 << 16;

    byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstLength);
    int _end;
    bool _isFinal;
    bool _begun;

    /// <summary>Where the last token begins in the buffer, counted from before any white space.</summary>
    int _before;
    JsonReaderState _stateBefore;
    int _after;
    JsonReaderState _stateAfter;

    /// <summary>Bytes that left the buffer.</summary>
    long _passed;

    internal JsonTokenType TokenType { get; private set; }

    /// <summary>How deep the last token lies: 0 for the root's own brackets.</summary>
    internal int Depth { get; private set; }

    /// <summary>The name of the last token, a property's.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>The last token's text if it is a string or a number, else null; to be asked for before the next is read.</summary>
    internal string? Text
    {
        get
        {
            if (TokenType is not (JsonTokenType.String or JsonTokenType.Number))
            {
                return null;
            }

            Utf8JsonReader json = new(_buffer.AsSpan(_before, _end - _before), _isFinal, _stateBefore);
            json.Read();
            try
            {
                return TokenType == JsonTokenType.String ? json.GetString() : Encoding.UTF8.GetString(json.ValueSpan);
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair is valid JSON and no text.
                return null;
            }
        }
    }

    /// <summary>Where the last token begins in the stream, behind any byte order mark's bytes and white space.</summary>
    internal long Offset { get; private set; }

    /// <summary>Reads the next token; false behind the end of the root.</summary>
    /// <exception cref="ListFormatException">The document is broken here.</exception>
    internal bool Read()
    {
        Begin();
        while (true)
        {
            Utf8JsonReader json = new(_buffer.AsSpan(_after, _end - _after), _isFinal, _stateAfter);
            try
            {
                if (json.Read())
                {
                    (_before, _stateBefore) = (_after, _stateAfter);
                    Offset = _passed + _before + json.TokenStartIndex;
                    (TokenType, Depth) = (json.TokenType, json.CurrentDepth);
                    Name = json.TokenType == JsonTokenType.PropertyName ? json.GetString()! : Name;
                    (_after, _stateAfter) = (_after + (int)json.BytesConsumed, json.CurrentState);
                    return true;
                }
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                throw Broken(_passed + _after);
            }

            if (_isFinal)
            {
                return false;
            }

            if (!TryRefill(_after))
            {
                throw new ListFormatException(string.Create(CultureInfo.InvariantCulture, $"A single text of the document is larger than {ListReader.MaxRecordBytes} bytes."));
            }
        }
    }

    /// <summary>Takes the object or array that the last token opened, whole; false for one that is too large, which is then passed over.</summary>
    /// <exception cref="ListFormatException">The document is broken here.</exception>
    internal bool TryTake(out JsonElement value)
    {
        while (true)
        {
            Utf8JsonReader json = new(_buffer.AsSpan(_before, _end - _before), _isFinal, _stateBefore);
            try
            {
                json.Read();
                var start = (int)json.TokenStartIndex;
                if (json.TrySkip())
                {
                    var record = _buffer.AsSpan(_before + start, (int)json.BytesConsumed - start);
                    (_after, _stateAfter) = (_before + (int)json.BytesConsumed, json.CurrentState);
                    // The buffer may hold more than a record is allowed.
                    var fits = record.Length <= ListReader.MaxRecordBytes;
                    value = fits ? JsonElement.Parse(record) : default;
                    return fits;
                }
            }
            catch (JsonException)
            {
                throw Broken(_passed + _before);
            }

            if (!TryRefill(_before))
            {
                value = default;
                Skip();
                return false;
            }
        }
    }

    /// <summary>Passes over the value that begins at the last token, however large.</summary>
    internal void Skip()
    {
        var depth = Depth;
        if (TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            while (Read() && Depth > depth)
            {
                // Whatever lies within.
            }
        }
    }

    /// <summary>Whether the next token opens an object with a field of one of these names, as far as the buffer shows.</summary>
    internal bool NextObjectNames(params ReadOnlySpan<string> names)
    {
        Utf8JsonReader json = new(_buffer.AsSpan(_after, _end - _after), isFinalBlock: false, _stateAfter);
        try
        {
            while (json.Read() && json.CurrentDepth > Depth)
            {
                foreach (var name in json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == Depth + 2 ? names : [])
                {
                    if (json.ValueTextEquals(name))
                    {
                        return true;
                    }
                }
            }
        }
        catch (JsonException)
        {
            // Read comes to the same place and says so.
        }

        return false;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        stream.Dispose();
    }

    void Begin()
    {
        if (_begun)
        {
            return;
        }

        _begun = true;
        TryRefill(0);
        _after = _buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8) ? 3 : 0;
    }

    /// <summary>Moves what is still needed to the front and reads more behind it; false if there is no room for more.</summary>
    bool TryRefill(int keepFrom)
    {
        var kept = _end - keepFrom;
        if (kept > ListReader.MaxRecordBytes)
        {
            return false;
        }

        var target = kept > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(2 * _buffer.Length) : _buffer;
        _buffer.AsSpan(keepFrom, kept).CopyTo(target);
        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        _passed += keepFrom;
        _before -= Math.Min(_before, keepFrom);
        _after -= keepFrom;
        var read = stream.ReadAtLeast(_buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
        _end = kept + read;
        _isFinal = read == 0;
        return true;
    }

    /// <summary>The reader's own message can quote the document, and documents hold hashes.</summary>
    static ListFormatException Broken(long offset) => new(
        string.Create(CultureInfo.InvariantCulture, $"The JSON document is broken, or ends early, at or behind byte {offset}; what follows cannot be read."));
}
