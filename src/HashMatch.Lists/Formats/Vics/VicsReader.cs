using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HashMatch.Lists.Formats.Json;

namespace HashMatch.Lists.Formats.Vics;

/// <summary>VICS JSON: <c>value</c> holds media (a hash set) or cases, each with its <c>Media</c>. Every medium is an entry.</summary>
/// <remarks>
/// What a case says of itself before its media is theirs too: its number is their owner, its application their source, and all
/// else, up to 4096 characters, an unknown field <c>Case</c> of each. <c>TotalMediaFiles</c> is left out: media are counted.
/// </remarks>
sealed class VicsReader(Stream stream) : JsonRecordReader(stream)
{
    readonly VicsCase _case = new();

    /// <summary>Depth of the brackets whose elements are media; 0 outside of them.</summary>
    int _mediaDepth;
    bool? _holdsCases;
    bool _inCases;

    public override ListFormat Format => ListFormat.Vics;

    protected override bool TryFindRecord()
    {
        while (Document.Read())
        {
            if (_mediaDepth > 0)
            {
                if (Document.TokenType != JsonTokenType.EndArray)
                {
                    return true;
                }

                _mediaDepth = 0;
                continue;
            }

            switch (Document.TokenType)
            {
                case JsonTokenType.PropertyName when Document.Depth == 1:
                    ReadRootField(Document.Name);
                    break;
                case JsonTokenType.StartObject when _inCases && Document.Depth == 2:
                    _case.Clear();
                    break;
                case JsonTokenType.PropertyName when _inCases && Document.Depth == 3:
                    ReadCaseField(Document.Name);
                    break;
                case JsonTokenType.EndArray when Document.Depth == 1:
                    _inCases = false;
                    break;
                default:
                    RequireObject();
                    break;
            }
        }

        return false;
    }

    protected override bool TryAdd(JsonProperty field, [NotNullWhen(false)] out string? reason) => VicsMediaFields.TryAdd(Entry, field, out reason);

    protected override bool TryFinish(JsonElement record, [NotNullWhen(false)] out string? reason)
    {
        _case.AddTo(Entry);
        reason = null;
        return true;
    }

    void ReadRootField(string name)
    {
        if (name is VicsFields.Context13 or VicsFields.Context20)
        {
            var context = ReadText();
            _holdsCases = context?.EndsWith("#Cases", StringComparison.Ordinal) == true ? true
                : context?.EndsWith("#Media", StringComparison.Ordinal) == true ? false
                : _holdsCases;
        }
        else if (name == VicsFields.Value && Document.Read())
        {
            if (Document.TokenType != JsonTokenType.StartArray)
            {
                throw new ListFormatException("The field 'value' of the VICS document is not an array.");
            }

            _inCases = _holdsCases ?? Document.NextObjectNames(VicsFields.CaseId, VicsFields.CaseNumber, VicsFields.Media, VicsFields.Application);
            _mediaDepth = _inCases ? 0 : 1;
        }
        else
        {
            SkipValue();
        }
    }

    void ReadCaseField(string name)
    {
        switch (name)
        {
            case VicsFields.Application:
                _case.Source = ReadText();
                break;
            case VicsFields.CaseNumber:
                _case.Owner = ReadText();
                break;
            case VicsFields.Media when Document.Read():
                _mediaDepth = Document.TokenType == JsonTokenType.StartArray ? 3 : 0;
                if (_mediaDepth == 0)
                {
                    Document.Skip();
                }

                break;
            case VicsFields.Media or VicsFields.MediaCount:
                SkipValue();
                break;
            default:
                if (Document.Read() && Document.TryTake(out var value))
                {
                    _case.Add(name, value);
                }

                break;
        }
    }

    void SkipValue()
    {
        if (Document.Read())
        {
            Document.Skip();
        }
    }

    string? ReadText()
    {
        if (!Document.Read())
        {
            return null;
        }

        var text = Document.Text;
        Document.Skip();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    void RequireObject()
    {
        if (Document.Depth == 0 && Document.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
        {
            throw new ListFormatException("The VICS document is not a JSON object.");
        }
    }
}
