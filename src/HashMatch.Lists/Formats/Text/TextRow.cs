using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace HashMatch.Lists.Formats.Text;

/// <summary>One row without named columns, taken apart: digits, what they stand beside, and the rest.</summary>
readonly ref struct TextRow
{
    static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The digits the row begins with, perhaps none.</summary>
    internal ReadOnlySpan<char> Digits { get; private init; }

    internal TextRowForm Form { get; private init; }

    /// <summary>What follows the comma or the white space.</summary>
    internal ReadOnlySpan<char> Rest { get; private init; }

    /// <summary>Whether the row says that its name has escapes, as md5sum does by a backslash before the digest.</summary>
    internal bool IsEscaped { get; private init; }

    internal static bool TrySplit(ReadOnlySpan<char> line, out TextRow row, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        var form = TextRowForm.Alone;
        foreach (var prefix in (ReadOnlySpan<string>)["pdq ", "hash="])
        {
            if (line.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                line = line[prefix.Length..].TrimStart();
                form = TextRowForm.Marked;
            }
        }

        var isEscaped = line.StartsWith('\\');
        line = isEscaped ? line[1..] : line;
        var end = line.IndexOfAnyExcept(s_hexDigits);
        if (end < 0)
        {
            row = new TextRow { Digits = line, Form = form, IsEscaped = isEscaped };
            return true;
        }

        var rest = line[(end + 1)..];
        if (line[end] == ',')
        {
            form = TextRowForm.Marked;
        }
        else if (line[end] is ' ' or '\t')
        {
            form = form == TextRowForm.Marked ? form : TextRowForm.Named;
            // The second of md5sum's two characters between digest and name says text or binary.
            rest = rest is [' ' or '*', ..] ? rest[1..] : rest;
        }
        else
        {
            row = default;
            reason = "The digits must be followed by a comma, by white space and a name, or by nothing.";
            return false;
        }

        row = new TextRow { Digits = line[..end], Form = form, Rest = rest, IsEscaped = isEscaped };
        return true;
    }

    /// <summary>The name behind a digest, with md5sum's escapes taken back.</summary>
    internal string Name()
    {
        if (!IsEscaped)
        {
            return Rest.ToString();
        }

        StringBuilder name = new();
        for (var i = 0; i < Rest.Length; i++)
        {
            if (Rest[i] == '\\' && i + 1 < Rest.Length)
            {
                i++;
                name.Append(Rest[i] switch { 'n' => '\n', 'r' => '\r', var other => other });
            }
            else
            {
                name.Append(Rest[i]);
            }
        }

        return name.ToString();
    }
}
