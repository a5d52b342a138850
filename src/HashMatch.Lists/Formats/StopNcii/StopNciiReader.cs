using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HashMatch.Hashes;
using HashMatch.Lists.Formats.Json;

namespace HashMatch.Lists.Formats.StopNcii;

/// <summary>Pages of the shape StopNCII hands out: an object with <c>hashRecords</c>. A record's key is its hash.</summary>
/// <remarks>Status and type of a record are kept among its extra fields, from which they are written again.</remarks>
sealed class StopNciiReader(Stream stream) : JsonRecordReader(stream)
{
    bool _inRecords;

    public override ListFormat Format => ListFormat.StopNcii;

    protected override bool TryFindRecord()
    {
        while (Document.Read())
        {
            if (_inRecords)
            {
                if (Document.TokenType != JsonTokenType.EndArray)
                {
                    return true;
                }

                _inRecords = false;
            }
            else if (Document is { Depth: 1, TokenType: JsonTokenType.PropertyName })
            {
                ReadPageField(Document.Name);
            }
            else if (Document.Depth == 0 && Document.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
            {
                throw new ListFormatException("The document is not a JSON object.");
            }
        }

        return false;
    }

    protected override bool TryAdd(JsonProperty field, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        switch (field.Name)
        {
            case StopNciiFields.Value:
                return true;
            case StopNciiFields.Updated when JsonTexts.TryGet(field.Value, out var updated):
                Entry.Updated = updated;
                return true;
            default:
                Entry.Extra.Add(field.Name, field.Value);
                return true;
        }
    }

    protected override bool TryFinish(JsonElement record, [NotNullWhen(false)] out string? reason)
    {
        Entry.IsRemoved = JsonTexts.Field(record, StopNciiFields.Status) is "Withdrawn" or "Deleted";
        if (JsonTexts.Field(record, StopNciiFields.Value) is not { } value || JsonTexts.Field(record, StopNciiFields.Type) is not { } type)
        {
            reason = "The record needs 'signalType' and 'hashValue', both texts.";
            return false;
        }

        return type switch
        {
            _ when type.EndsWith("PDQ", StringComparison.Ordinal) => Entry.TryAddPdq(value, StopNciiFields.Value, out reason),
            _ when type.EndsWith("MD5", StringComparison.Ordinal) => Entry.TryAddDigest(DigestKind.Md5, value, StopNciiFields.Value, out reason),
            _ => Entry.TryAddHash(type, value, StopNciiFields.Value, out reason),
        };
    }

    /// <summary>A list's version is the time to ask for what comes after it.</summary>
    void Keep(string name, string? text)
    {
        if (text is not null && name == StopNciiFields.Checkpoint)
        {
            Header = Header with { Version = text };
        }
        else if (text is not null && name == StopNciiFields.NextPage)
        {
            ExtraFields paging = new();
            paging.Add(name, text);
            Header = Header with { ExtraFields = paging.Take() };
        }
    }

    void ReadPageField(string name)
    {
        if (!Document.Read())
        {
            return;
        }

        if (name == StopNciiFields.Records)
        {
            _inRecords = Document.TokenType == JsonTokenType.StartArray
                ? true
                : throw new ListFormatException("The field 'hashRecords' of the document is not an array.");
        }
        else
        {
            Keep(name, Document.Text);
            Document.Skip();
        }
    }
}
