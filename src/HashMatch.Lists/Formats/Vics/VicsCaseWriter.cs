using System.Globalization;

namespace HashMatch.Lists.Formats.Vics;

/// <summary>VICS 2.0 cases: entries that follow one another and say the same of their case are the media of one.</summary>
/// <remarks>
/// That is owner, source and the unknown field <c>Case</c>. How many media it has is known behind them, and stands there. An owner that comes again later has a second case of the same number, since nothing is held back.
/// </remarks>
sealed class VicsCaseWriter(Stream stream, ListHeader header) : VicsMediaWriter(stream, header, "Cases")
{
    (string? Owner, string? Source, string? Fields) _case;
    long _media;
    int _cases;

    public override void Complete()
    {
        EndCase();
        base.Complete();
    }

    private protected override bool TryWrite(ListEntry entry)
    {
        if (!IsMedium(entry))
        {
            return false;
        }

        var (owner, source) = (NotEmpty(entry.Provenance?.Owner, "owner"), NotEmpty(entry.Provenance?.Source, "source"));
        var fields = ExtraFields.FindValue(entry.ExtraFields, VicsFields.Case) is { } value && VicsCase.CanSay(value) ? value.GetRawText() : null;
        if (_cases == 0 || _case != (owner, source, fields))
        {
            EndCase();
            BeginCase(owner, source, fields);
        }

        _media++;
        WriteMedium(entry, hasCase: true, fields);
        return true;
    }

    void BeginCase(string? owner, string? source, string? fields)
    {
        _case = (owner, source, fields);
        _cases++;
        _media = 0;
        Json.WriteStartObject();
        if (ExtraFields.FindValue(fields, VicsFields.CaseId) is null)
        {
            Json.WriteString(VicsFields.CaseId, _cases.ToString(CultureInfo.InvariantCulture));
        }

        ExtraFields.Write(Json, fields);
        WriteIfAny(VicsFields.CaseNumber, owner);
        WriteIfAny(VicsFields.Application, source);
        Json.WriteStartArray(VicsFields.Media);
    }

    void EndCase()
    {
        if (_cases > 0)
        {
            Json.WriteEndArray();
            Json.WriteNumber(VicsFields.MediaCount, _media);
            Json.WriteEndObject();
        }
    }

    void WriteIfAny(string name, string? text)
    {
        if (text is not null)
        {
            Json.WriteString(name, text);
        }
    }

    /// <summary>A case does not tell an empty text from none.</summary>
    string? NotEmpty(string? text, string field)
    {
        Lose(field, text is { Length: 0 } ? 1 : 0);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
