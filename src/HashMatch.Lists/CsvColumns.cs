using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Lists;

/// <summary>The columns a CSV header names: the hash, and where it says so the id and the labels.</summary>
sealed class CsvColumns
{
    int _hash = -1;
    int _id = -1;
    int _labels = -1;

    /// <summary>The type the hash column's name says.</summary>
    internal ListHashType HashType { get; private set; }

    /// <summary>Takes a line as a header when one of its fields names a hash column.</summary>
    internal static bool TryParse(ReadOnlySpan<char> line, [NotNullWhen(true)] out CsvColumns? columns)
    {
        columns = new CsvColumns();
        var column = 0;
        foreach (var range in line.Split(','))
        {
            switch (line[range].Trim().ToString().ToUpperInvariant())
            {
                case "HASH":
                    columns.TakeHash(column, ListHashType.Auto);
                    break;
                case "PDQ":
                    columns.TakeHash(column, ListHashType.Pdq);
                    break;
                case "MD5":
                    columns.TakeHash(column, ListHashType.Md5);
                    break;
                case "SHA1":
                    columns.TakeHash(column, ListHashType.Sha1);
                    break;
                case "SHA256":
                    columns.TakeHash(column, ListHashType.Sha256);
                    break;
                case "ID":
                    columns._id = column;
                    break;
                case "LABEL" or "LABELS":
                    columns._labels = column;
                    break;
            }

            column++;
        }

        columns = columns._hash >= 0 ? columns : null;
        return columns is not null;
    }

    /// <summary>Splits a row; a field that is empty or absent leaves what it would replace.</summary>
    internal bool TrySplit(ReadOnlySpan<char> line, out ReadOnlySpan<char> hash, scoped ref string id,
        scoped ref IReadOnlyList<string> labels, [NotNullWhen(false)] out string? reason)
    {
        hash = default;
        var column = 0;
        foreach (var range in line.Split(','))
        {
            var field = line[range].Trim();
            if (column == _hash)
            {
                hash = field;
            }
            else if (column == _id && !field.IsEmpty)
            {
                id = field.ToString();
            }
            else if (column == _labels && !field.IsEmpty)
            {
                labels = field.ToString().Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            }

            column++;
        }

        reason = hash.IsEmpty ? "The hash column is empty." : null;
        return reason is null;
    }

    void TakeHash(int column, ListHashType type)
    {
        if (_hash < 0)
        {
            _hash = column;
            HashType = type;
        }
    }
}
