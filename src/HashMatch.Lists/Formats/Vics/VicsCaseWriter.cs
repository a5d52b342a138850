using System.Globalization;

namespace HashMatch.Lists.Formats.Vics;

/// <summary>VICS 2.0 cases: entries that follow one another with the same owner and source are the media of one case.</summary>
/// <remarks>An owner that comes again later has a second case of the same number, since nothing is held back.</remarks>
sealed class VicsCaseWriter(Stream stream, ListHeader header) : VicsMediaWriter(stream, header, "Cases")
{
    (string? Owner, string? Source) _case;
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
        if (_cases == 0 || _case != (owner, source))
        {
            EndCase();
            BeginCase(owner, source);
        }

        WriteMedium(entry, hasCase: true);
        return true;
    }

    void BeginCase(string? owner, string? source)
    {
        _case = (owner, source);
        _cases++;
        Json.WriteStartObject();
        Json.WriteString(VicsFields.CaseId, _cases.ToString(CultureInfo.InvariantCulture));
        WriteIfAny(VicsFields.CaseNumber, owner);
        WriteIfAny(VicsFields.Application, source);
        Json.WriteStartArray(VicsFields.Media);
    }

    void EndCase()
    {
        if (_cases > 0)
        {
            Json.WriteEndArray();
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
