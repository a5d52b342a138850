using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HashMatch.Lists.Formats.Json;

/// <summary>A JSON document read token by token from a stream; the buffer is refilled whenever a token is not whole.</summary>
abstract class JsonTokenStream(Stream stream) : IDisposable
{
    readonly RefilledBuffer _buffer = new(stream);
    bool _begun;

    /// <summary>Where the last token begins in the buffer, counted from before any white space.</summary>
    int _before;
    JsonReaderState _stateBefore;
    int _after;
    JsonReaderState _stateAfter;

    internal JsonTokenType TokenType { get; private set; }

    /// <summary>How deep the last token lies: 0 for the root's own brackets.</summary>
    internal int Depth { get; private set; }

    /// <summary>The name of the last token, a property's.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>Where the last token begins in the stream, behind any byte order mark's bytes and white space.</summary>
    internal long Offset { get; private set; }

    /// <summary>The last token's text if it is a string or a number, else null; to be asked for before the next is read.</summary>
    internal string? Text
    {
        get
        {
            if (TokenType is not (JsonTokenType.String or JsonTokenType.Number))
            {
                return null;
            }

            var json = FromLast();
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

    /// <summary>Reads the next token; false behind the end of the root.</summary>
    /// <exception cref="ListFormatException">The document is broken here.</exception>
    internal bool Read()
    {
        Begin();
        while (true)
        {
            Utf8JsonReader json = new(_buffer.From(_after), _buffer.IsFinal, _stateAfter);
            try
            {
                if (json.Read())
                {
                    (_before, _stateBefore) = (_after, _stateAfter);
                    Offset = _buffer.Passed + _before + json.TokenStartIndex;
                    (TokenType, Depth) = (json.TokenType, json.CurrentDepth);
                    Name = json.TokenType == JsonTokenType.PropertyName ? json.GetString()! : Name;
                    (_after, _stateAfter) = (_after + (int)json.BytesConsumed, json.CurrentState);
                    return true;
                }
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                throw Broken(_buffer.Passed + _after);
            }

            if (_buffer.IsFinal)
            {
                return false;
            }

            if (!TryRefill(_after))
            {
                throw new ListFormatException(string.Create(CultureInfo.InvariantCulture, $"A single text of the document is larger than {ListReader.MaxRecordBytes} bytes."));
            }
        }
    }

    public void Dispose() => _buffer.Dispose();

    /// <summary>A reader that is to read the last token again.</summary>
    private protected Utf8JsonReader FromLast() => new(_buffer.From(_before), _buffer.IsFinal, _stateBefore);

    /// <summary>A reader of the tokens to come, as far as the buffer holds them.</summary>
    private protected Utf8JsonReader Ahead() => new(_buffer.From(_after), isFinalBlock: false, _stateAfter);

    /// <summary>The bytes behind the last token's beginning.</summary>
    private protected ReadOnlySpan<byte> BytesFromLast() => _buffer.From(_before);

    /// <summary>Reads on behind a reader that began with the last token.</summary>
    private protected void MoveBehind(in Utf8JsonReader json) => (_after, _stateAfter) = (_before + (int)json.BytesConsumed, json.CurrentState);

    /// <summary>Takes in more behind the last token, which is kept; false if there is no room for more.</summary>
    private protected bool TryRefill() => TryRefill(_before);

    /// <summary>The reader's own message can quote the document, and documents hold hashes.</summary>
    private protected ListFormatException BrokenAtLast() => Broken(_buffer.Passed + _before);

    void Begin()
    {
        if (_begun)
        {
            return;
        }

        _begun = true;
        TryRefill(0);
        _after = _buffer.From(0).StartsWith("\uFEFF"u8) ? 3 : 0;
    }

    bool TryRefill(int keepFrom)
    {
        if (!_buffer.TryRefill(keepFrom))
        {
            return false;
        }

        _before -= Math.Min(_before, keepFrom);
        _after -= keepFrom;
        return true;
    }

    static ListFormatException Broken(long offset) => new(
        string.Create(CultureInfo.InvariantCulture, $"The JSON document is broken, or ends early, at or behind byte {offset}; what follows cannot be read."));
}
