using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Lists;

/// <summary>The columns a CSV header names: hashes, and where it says so the id and the labels.</summary>
/// <remarks>The tables <c>hashmatch hash</c> writes are lists too: their paths are the ids.</remarks>
sealed class CsvColumns
{
    readonly List<(int Column, ListHashType Type)> _hashes = [];
    int _id = -1;
    int _path = -1;
    int _labels = -1;

    /// <summary>Takes a line as a header when one of its fields names a hash column.</summary>
    internal static bool TryParse(ReadOnlySpan<char> line, [NotNullWhen(true)] out CsvColumns? columns)
    {
        columns = new CsvColumns();
        if (!CsvFields.TrySplit(line, out var names, out _))
        {
            columns = null;
            return false;
        }

        for (var column = 0; column < names.Count; column++)
        {
            switch (names[column].ToUpperInvariant())
            {
                case "HASH":
                    columns._hashes.Add((column, ListHashType.Auto));
                    break;
                case "PDQ":
                    columns._hashes.Add((column, ListHashType.Pdq));
                    break;
                case "MD5":
                    columns._hashes.Add((column, ListHashType.Md5));
                    break;
                case "SHA1":
                    columns._hashes.Add((column, ListHashType.Sha1));
                    break;
                case "SHA256":
                    columns._hashes.Add((column, ListHashType.Sha256));
                    break;
                case "ID":
                    columns._id = column;
                    break;
                case "PATH":
                    columns._path = column;
                    break;
                case "LABEL" or "LABELS":
                    columns._labels = column;
                    break;
            }
        }

        columns = columns._hashes.Count > 0 ? columns : null;
        return columns is not null;
    }

    /// <summary>Splits a row; a field that is empty or absent leaves what it would replace.</summary>
    /// <param name="line">The row.</param>
    /// <param name="hashes">The hashes that are there, with the type their column's name says; at least one.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="labels">Its labels.</param>
    /// <param name="reason">Why the row cannot be used.</param>
    internal bool TrySplit(ReadOnlySpan<char> line, out List<(ListHashType Type, string Text)> hashes, ref string id,
        ref IReadOnlyList<string> labels, [NotNullWhen(false)] out string? reason)
    {
        hashes = [];
        if (!CsvFields.TrySplit(line, out var fields, out reason))
        {
            return false;
        }

        foreach (var (column, type) in _hashes)
        {
            if (column < fields.Count && fields[column].Length > 0)
            {
                hashes.Add((type, fields[column]));
            }
        }

        foreach (var column in (ReadOnlySpan<int>)[_path, _id])
        {
            id = column >= 0 && column < fields.Count && fields[column].Length > 0 ? fields[column] : id;
        }

        if (_labels >= 0 && _labels < fields.Count)
        {
            labels = fields[_labels].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        reason = hashes.Count == 0 ? "The hash column is empty." : null;
        return reason is null;
    }
}
