using System.Text.Json;

namespace HashMatch.Triage.Internals;

/// <summary>Reads JSON in one pass as long as nothing is odd about it. It never says what is: another reader does.</summary>
/// <remarks>Odd is whatever is not of the form asked for, an escape, a null, a field twice or unknown. What is given then means nothing.</remarks>
ref struct QuickJson(ReadOnlySpan<byte> utf8)
{
    Utf8JsonReader _json = new(utf8);

    /// <summary>Whether anything was odd so far.</summary>
    internal bool IsOdd { get; private set; }

    /// <summary>The digits, letters or other bytes of the text that was asked for last.</summary>
    internal readonly ReadOnlySpan<byte> Bytes => _json.ValueSpan;

    /// <summary>Goes into an object.</summary>
    internal void Begin() => Expect(_json.Read() && _json.TokenType == JsonTokenType.StartObject);

    /// <summary>Whether nothing follows.</summary>
    internal bool IsAtEnd() => !IsOdd && !_json.Read();

    /// <summary>Goes to the next field of the object; false behind the last, which leaves the object.</summary>
    /// <param name="names">All there may be, in the order in which they are likely.</param>
    /// <param name="seen">A bit for each that was there.</param>
    /// <param name="field">The place of the field's name; at first -1.</param>
    internal bool NextField(ReadOnlySpan<byte[]> names, ref uint seen, ref int field)
    {
        if (IsOdd || !_json.Read() || _json.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        for (var tries = 0; tries < names.Length; tries++)
        {
            field = field + 1 < names.Length ? field + 1 : 0;
            if (_json.ValueSpan.SequenceEqual(names[field]))
            {
                Expect((seen & (1u << field)) == 0);
                seen |= 1u << field;
                return !IsOdd;
            }
        }

        return Expect(false);
    }

    /// <summary>Goes into an array.</summary>
    internal void BeginArray() => Expect(_json.Read() && _json.TokenType == JsonTokenType.StartArray);

    /// <summary>Goes into the next object of the array; false behind the last.</summary>
    internal bool NextObject() => NextElement() && Expect(_json.TokenType == JsonTokenType.StartObject);

    /// <summary>A text that is a name and may be met again.</summary>
    internal string Name(int maxLength) => TextBytes() ? Check(TextPool.OfThread.TextOf(Bytes), maxLength) : "";

    /// <summary>A text of this alone.</summary>
    internal string Text(int maxLength) => TextBytes() ? Check(StrictText.Of(Bytes), maxLength) : "";

    /// <summary>A list of texts.</summary>
    internal string[] Texts(int maxLength, int maxCount)
    {
        BeginArray();
        List<string> texts = [];
        while (NextElement())
        {
            texts.Add(IsText() ? Check(TextPool.OfThread.TextOf(Bytes), maxLength) : "");
        }

        Expect(texts.Count <= maxCount);
        return [.. texts];
    }

    /// <summary>A text whose bytes are looked at.</summary>
    internal bool TextBytes() => _json.Read() && IsText();

    /// <summary>A time, as <see cref="JsonFields"/> takes it.</summary>
    internal DateTimeOffset Time()
    {
        if (!TextBytes())
        {
            return default;
        }

        // To the second and in UTC, as nearly all are; of this length no other form is taken here.
        Expect((Bytes.Length == 20 && Bytes[^1] == 'Z' && _json.TryGetDateTimeOffset(out var time) && JsonFields.IsInRange(time)) ||
            JsonFields.TryTime(StrictText.Of(Bytes), out time));
        return time;
    }

    internal bool Flag() => Expect(_json.Read() && _json.TokenType is JsonTokenType.True or JsonTokenType.False) && _json.TokenType == JsonTokenType.True;

    internal int Number(int least, int most)
    {
        var number = 0;
        Expect(_json.Read() && _json.TokenType == JsonTokenType.Number && _json.TryGetInt32(out number) && number >= least && number <= most);
        return number;
    }

    /// <summary>Notes whether all is as it should be so far; says so.</summary>
    internal bool Expect(bool holds)
    {
        IsOdd |= !holds;
        return !IsOdd;
    }

    bool NextElement() => !IsOdd && _json.Read() && _json.TokenType != JsonTokenType.EndArray;

    bool IsText() => Expect(_json.TokenType == JsonTokenType.String && !_json.ValueIsEscaped);

    string Check(string text, int maxLength)
    {
        Expect(text.Length > 0 && text.Length <= maxLength);
        return text;
    }
}
