using System.Diagnostics.CodeAnalysis;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Lists.Formats.Text;

/// <summary>Rows of PDQ text and CSV, of the md5sum family and of NSRL's text.</summary>
sealed class TextRowParser(ListHashType hashType, bool isNsrl) : IRowParser
{
    /// <summary>The extra field with the name behind a digest.</summary>
    internal const string NameField = "name";

    /// <summary>The extra field with what follows the comma of a row without named columns.</summary>
    internal const string MetadataField = "metadata";

    /// <summary>The digits of MD5.</summary>
    const int ShortestHash = 32;

    readonly EntryBuilder _entry = new();
    readonly List<(ListHashType Type, string Text)> _hashes = [];
    CsvColumns? _columns;

    public ListFormat Format => isNsrl || _columns?.AreNsrl == true ? ListFormat.NsrlText : ListFormat.Text;

    public string? RowProfile => null;

    public bool TryReadHeader(ReadOnlySpan<char> line, [NotNullWhen(true)] out ListHeader? header)
    {
        // A row's own text can hold a column's name; a header holds no digits of a hash.
        var isRow = TextRow.TrySplit(line, out var row, out _) && row.Digits.Length >= ShortestHash;
        header = !isRow && CsvColumns.TryParse(line, out _columns) ? new ListHeader() : null;
        if (isNsrl && header is null)
        {
            throw new ListFormatException("The first line does not name the columns of an NSRL text.");
        }

        header = header is not null && Format == ListFormat.NsrlText ? header with { Role = ListRole.Ignore } : header;
        return header is not null;
    }

    public bool TryParse(ReadOnlySpan<char> line, [NotNullWhen(true)] out ListEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        entry = null;
        _entry.Clear();
        if (!(_columns is not null ? TryReadColumns(_columns, line, out reason) : TryReadDigits(line, out reason)))
        {
            return false;
        }

        entry = _entry.Build() ?? throw new InvalidOperationException("A row without hash was let through.");
        return true;
    }

    bool TryReadColumns(CsvColumns columns, ReadOnlySpan<char> line, [NotNullWhen(false)] out string? reason)
    {
        _hashes.Clear();
        if (!columns.TrySplit(line, _hashes, _entry, out reason))
        {
            return false;
        }

        foreach (var (type, text) in _hashes)
        {
            if (!TryAdd(type == ListHashType.Auto ? TypeOf(text, TextRowForm.Marked) : type, text, out reason))
            {
                return false;
            }
        }

        return true;
    }

    bool TryReadDigits(ReadOnlySpan<char> line, [NotNullWhen(false)] out string? reason)
    {
        if (!TextRow.TrySplit(line, out var row, out reason))
        {
            return false;
        }

        var type = TypeOf(row.Digits, row.Form);
        if (type == ListHashType.Pdq && row.Form == TextRowForm.Alone && hashType == ListHashType.Auto &&
            Hash256.TryParse(row.Digits, out var bare) && bare.PopCount != Hash256.BitCount / 2)
        {
            reason = "64 digits alone may be PDQ or SHA-256, and these have not the 128 one bits of a PDQ hash: say which type the list holds.";
            return false;
        }

        if (!TryAdd(type, row.Digits, out reason))
        {
            return false;
        }

        if (row.Form == TextRowForm.Named && !row.Rest.IsEmpty)
        {
            _entry.Extra.Add(NameField, row.Name());
        }
        else if (!row.Rest.IsEmpty)
        {
            _entry.Extra.Add(MetadataField, row.Rest.ToString());
        }

        return true;
    }

    bool TryAdd(ListHashType type, ReadOnlySpan<char> digits, [NotNullWhen(false)] out string? reason)
    {
        if (type == ListHashType.Auto)
        {
            reason = "The row must begin with 32, 40 or 64 hexadecimal digits (MD5, SHA-1, PDQ or SHA-256).";
            return false;
        }

        if (DigestKindOf(type) is { } kind ? _entry.TryAddDigest(kind, digits, "", out reason) : _entry.TryAddPdq(digits, "", out reason))
        {
            return true;
        }

        reason = $"The row must begin with {DigitsOf(type)} hexadecimal digits.";
        return false;
    }

    ListHashType TypeOf(ReadOnlySpan<char> hash, TextRowForm form) => (hashType, hash.Length) switch
    {
        (not ListHashType.Auto, _) => hashType,
        (_, 32) => ListHashType.Md5,
        (_, 40) => ListHashType.Sha1,
        (_, 64) => form == TextRowForm.Named ? ListHashType.Sha256 : ListHashType.Pdq,
        _ => ListHashType.Auto,
    };

    static DigestKind? DigestKindOf(ListHashType type) => type switch
    {
        ListHashType.Md5 => DigestKind.Md5,
        ListHashType.Sha1 => DigestKind.Sha1,
        ListHashType.Sha256 => DigestKind.Sha256,
        _ => null,
    };

    static int DigitsOf(ListHashType type) =>
        DigestKindOf(type) is { } kind ? 2 * ContentDigest.ByteLength(kind) : Hash256.TextLength;
}
