using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace HashMatch.Lists.Formats.Text;

/// <summary>The cells of one line of comma-separated values, quoted as RFC 4180 says. Quoted line ends are not read.</summary>
static class CsvFields
{
    /// <summary>Splits a line; false for one whose quotes do not close.</summary>
    internal static bool TrySplit(ReadOnlySpan<char> line, out List<string> fields, [NotNullWhen(false)] out string? reason)
    {
        fields = [];
        StringBuilder field = new();
        var quoted = false;
        // Whether the cell has nothing but white space yet, so that a quote opens it. Looked at once a character.
        var blank = true;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                blank = false;
                i++;
            }
            else if (c == '"' && (quoted || blank))
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
                blank = true;
            }
            else
            {
                field.Append(c);
                blank &= char.IsWhiteSpace(c);
            }
        }

        fields.Add(field.ToString().Trim());
        reason = quoted ? "A quote in the row is not closed." : null;
        return reason is null;
    }
}
