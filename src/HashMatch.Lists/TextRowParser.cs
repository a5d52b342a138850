using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Lists;

/// <summary>Rows of PDQ text and CSV and of the md5sum family.</summary>
sealed class TextRowParser(ListHashType hashType) : IRowParser
{
    /// <summary>The digits of MD5.</summary>
    const int ShortestHash = 32;

    readonly ListHashType _hashType = hashType;
    CsvColumns? _columns;

    public string? RowProfile => null;

    public bool TryReadHeader(ReadOnlySpan<char> line, ListReadOptions options, [NotNullWhen(true)] out KnownList? list)
    {
        // A row's own text can hold a column's name; a header holds no digits of a hash.
        var isRow = TrySplit(line, out var hash, out _, out _) && hash.Length >= ShortestHash;
        list = !isRow && CsvColumns.TryParse(line, out _columns) ? new KnownList(options.Name, options.Role) : null;
        return list is not null;
    }

    public bool TryParse(ReadOnlySpan<char> line, long lineNumber, [NotNullWhen(true)] out KnownEntry? entry,
        [NotNullWhen(false)] out string? reason)
    {
        entry = null;
        var id = lineNumber.ToString(CultureInfo.InvariantCulture);
        IReadOnlyList<string> labels = [];
        List<(ListHashType Type, string Text)> hashes;
        if (_columns is not null)
        {
            if (!_columns.TrySplit(line, out hashes, ref id, ref labels, out reason))
            {
                return false;
            }

            hashes = hashes.ConvertAll(hash => (hash.Type == ListHashType.Auto ? TypeOf(hash.Text, RowForm.Marked) : hash.Type, hash.Text));
        }
        else if (TrySplit(line, out var digits, out var form, out reason))
        {
            var type = TypeOf(digits, form);
            if (type == ListHashType.Pdq && form == RowForm.Alone && _hashType == ListHashType.Auto &&
                Hash256.TryParse(digits, out var bare) && bare.PopCount != Hash256.BitCount / 2)
            {
                reason = "64 digits alone may be PDQ or SHA-256, and these have not the 128 one bits of a PDQ hash: say which type the list holds.";
                return false;
            }

            hashes = [(type, digits.ToString())];
        }
        else
        {
            return false;
        }

        return TryRead(hashes, id, labels, out entry, out reason);
    }

    static bool TryRead(List<(ListHashType Type, string Text)> hashes, string id, IReadOnlyList<string> labels,
        [NotNullWhen(true)] out KnownEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        entry = null;
        Hash256? pdq = null;
        List<ContentDigest> digests = [];
        foreach (var (type, text) in hashes)
        {
            if (type == ListHashType.Pdq && Hash256.TryParse(text, out var hash))
            {
                pdq ??= hash;
            }
            else if (DigestKindOf(type) is { } kind && ContentDigest.TryParse(kind, text, out var digest))
            {
                digests.Add(digest);
            }
            else
            {
                reason = type == ListHashType.Auto
                    ? "The row must begin with 32, 40 or 64 hexadecimal digits (MD5, SHA-1, PDQ or SHA-256)."
                    : $"The row must begin with {DigitsOf(type)} hexadecimal digits.";
                return false;
            }
        }

        entry = new KnownEntry(id, pdq, digests, labels);
        reason = null;
        return true;
    }

    /// <summary>Where the digits of a row without named columns end, and what follows them.</summary>
    static bool TrySplit(ReadOnlySpan<char> line, out ReadOnlySpan<char> hash, out RowForm form,
        [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        form = RowForm.Alone;
        hash = line;
        foreach (var prefix in (ReadOnlySpan<string>)["pdq ", "hash="])
        {
            if (hash.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                hash = hash[prefix.Length..].TrimStart();
                form = RowForm.Marked;
            }
        }

        // md5sum marks a name with escapes by a backslash before the digest.
        hash = hash.StartsWith('\\') ? hash[1..] : hash;
        var end = hash.IndexOfAnyExcept(s_hexDigits);
        if (end < 0)
        {
            return true;
        }

        if (hash[end] == ',')
        {
            form = RowForm.Marked;
        }
        else if (hash[end] is ' ' or '\t')
        {
            form = form == RowForm.Marked ? form : RowForm.Named;
        }
        else
        {
            reason = "The digits must be followed by a comma, by white space and a name, or by nothing.";
            return false;
        }

        hash = hash[..end];
        return true;
    }

    ListHashType TypeOf(ReadOnlySpan<char> hash, RowForm form) => (_hashType, hash.Length) switch
    {
        (not ListHashType.Auto, _) => _hashType,
        (_, 32) => ListHashType.Md5,
        (_, 40) => ListHashType.Sha1,
        (_, 64) => form == RowForm.Named ? ListHashType.Sha256 : ListHashType.Pdq,
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

    static readonly System.Buffers.SearchValues<char> s_hexDigits =
        System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>What stands beside the digits, and so what 64 of them mean.</summary>
    enum RowForm
    {
        /// <summary>Nothing.</summary>
        Alone,

        /// <summary>A comma, a prefix or a named column.</summary>
        Marked,

        /// <summary>White space and a file name.</summary>
        Named,
    }
}
