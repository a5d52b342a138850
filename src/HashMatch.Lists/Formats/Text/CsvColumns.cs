using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Lists.Formats.Text;

/// <summary>The columns a CSV header names: hashes, and where it says so the id, the labels and the time of making.</summary>
/// <remarks>The tables <c>hashmatch hash</c> writes are lists too: their paths are the ids.</remarks>
sealed class CsvColumns
{
    readonly List<(string Name, CsvColumnRole Role, ListHashType Type)> _columns = [];

    /// <summary>Whether these are the columns of NSRL's file of files.</summary>
    internal bool AreNsrl { get; private set; }

    /// <summary>Takes a line as a header when one of its fields names a hash column.</summary>
    internal static bool TryParse(ReadOnlySpan<char> line, [NotNullWhen(true)] out CsvColumns? columns)
    {
        columns = null;
        if (!CsvFields.TrySplit(line, out var names, out _))
        {
            return false;
        }

        CsvColumns read = new();
        foreach (var name in names)
        {
            var (role, type) = RoleOf(name);
            read._columns.Add((name, role, type));
        }

        read.AreNsrl = names.Contains("SHA-1", StringComparer.OrdinalIgnoreCase) && names.Contains("ProductCode", StringComparer.OrdinalIgnoreCase);
        columns = read._columns.Exists(column => column.Role == CsvColumnRole.Hash) ? read : null;
        return columns is not null;
    }

    /// <summary>Splits a row into the entry's parts; a field that is empty or absent leaves what it would replace.</summary>
    /// <param name="line">The row.</param>
    /// <param name="hashes">The hashes that are there, with the type their column's name says; at least one.</param>
    /// <param name="entry">Gets all else.</param>
    /// <param name="reason">Why the row cannot be used.</param>
    internal bool TrySplit(ReadOnlySpan<char> line, List<(ListHashType Type, string Text)> hashes, EntryBuilder entry,
        [NotNullWhen(false)] out string? reason)
    {
        if (!CsvFields.TrySplit(line, out var fields, out reason))
        {
            return false;
        }

        string? path = null;
        for (var i = 0; i < Math.Min(fields.Count, _columns.Count); i++)
        {
            var (name, role, type) = _columns[i];
            var text = fields[i];
            if (text.Length == 0)
            {
                continue;
            }

            switch (role)
            {
                case CsvColumnRole.Hash:
                    hashes.Add((type, text));
                    break;
                case CsvColumnRole.Id:
                    entry.Id = text;
                    break;
                case CsvColumnRole.Path:
                    path = text;
                    break;
                case CsvColumnRole.Created:
                    entry.Created = text;
                    break;
                case CsvColumnRole.Labels:
                    foreach (var label in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    {
                        entry.AddLabel(label);
                    }

                    break;
                default:
                    entry.Extra.Add(name, text);
                    break;
            }
        }

        entry.Id ??= path;
        reason = hashes.Count == 0 ? "The hash column is empty." : null;
        return reason is null;
    }

    static (CsvColumnRole Role, ListHashType Type) RoleOf(string name) => name.ToUpperInvariant() switch
    {
        "HASH" or "INDICATOR" => (CsvColumnRole.Hash, ListHashType.Auto),
        "PDQ" => (CsvColumnRole.Hash, ListHashType.Pdq),
        "MD5" => (CsvColumnRole.Hash, ListHashType.Md5),
        "SHA1" or "SHA-1" => (CsvColumnRole.Hash, ListHashType.Sha1),
        "SHA256" or "SHA-256" => (CsvColumnRole.Hash, ListHashType.Sha256),
        "ID" or "FIRST_DESCRIPTOR_ID" => (CsvColumnRole.Id, default),
        "PATH" => (CsvColumnRole.Path, default),
        "LABEL" or "LABELS" => (CsvColumnRole.Labels, default),
        "ADDED_ON" => (CsvColumnRole.Created, default),
        _ => (CsvColumnRole.Other, default),
    };
}
