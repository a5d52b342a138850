using System.Text.Json;

namespace HashMatch.Lists.Formats.Json;

/// <summary>A JSON document of which whole values are taken out or passed over; what is in memory is one of them at most.</summary>
sealed class JsonDocumentStream(Stream stream) : JsonTokenStream(stream)
{
    /// <summary>Takes the value that begins at the last token, whole; false for one that is too large, which is then passed over.</summary>
    /// <exception cref="ListFormatException">The document is broken here.</exception>
    internal bool TryTake(out JsonElement value)
    {
        while (true)
        {
            var json = FromLast();
            try
            {
                json.Read();
                var start = (int)json.TokenStartIndex;
                if (json.TrySkip())
                {
                    var record = BytesFromLast()[start..(int)json.BytesConsumed];
                    MoveBehind(json);
                    // The buffer may hold more than a record is allowed.
                    var fits = record.Length <= ListReader.MaxRecordBytes;
                    value = fits ? JsonElement.Parse(record) : default;
                    return fits;
                }
            }
            catch (JsonException)
            {
                throw BrokenAtLast();
            }

            if (!TryRefill())
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
        var json = Ahead();
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
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Read comes to the same place and says so.
        }

        return false;
    }
}
