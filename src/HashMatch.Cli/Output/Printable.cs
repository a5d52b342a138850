using System.Globalization;

namespace HashMatch.Cli.Output;

/// <summary>Texts of other people, such as file names and what lists say, as a terminal can show them.</summary>
static class Printable
{
    /// <summary>The text with every character replaced that moves the cursor, ends a line or turns the direction of others.</summary>
    internal static string Of(string text) => text.All(IsHarmless)
        ? text
        : string.Concat(text.Select(c => IsHarmless(c) ? c : '\uFFFD'));

    /// <summary>Our own message, in one line.</summary>
    internal static string Line(string message) => Of(string.Join(' ', message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)));

    static bool IsHarmless(char c) => char.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
