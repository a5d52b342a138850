namespace HashMatch.Cli.Output;

/// <summary>Texts of other people, such as file names and what lists say, as a terminal can show them.</summary>
static class Printable
{
    /// <summary>The text with every control character replaced.</summary>
    internal static string Of(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c))
        : text;
}
