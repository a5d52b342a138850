using System.Text.RegularExpressions;

namespace HashMatch.Pages.Tests;

/// <summary>The style sheets of all pages, as they lie in the sources.</summary>
static partial class StyleSheets
{
    static readonly string s_text = string.Concat(
        RepositoryFiles.Sources(RepositoryFiles.Path("src"), "*.css").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    /// <summary>What the variables are in the scheme.</summary>
    internal static Dictionary<string, string> ColoursOf(bool dark) => Scheme().Matches(s_text)
        .Where(rule => rule.Groups["dark"].Success == dark)
        .SelectMany(rule => Variable().Matches(rule.Groups["variables"].Value))
        .ToDictionary(variable => variable.Groups[1].Value, variable => variable.Groups[2].Value);

    /// <summary>The variables that some rule takes for a property.</summary>
    internal static IEnumerable<string> Used(string property) =>
        Regex.Matches(s_text, $@"(?<![\w-]){property}: var\(--(\w+)\)").Select(use => use.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Colours in rules that name no variable: nobody measures them.</summary>
    internal static IEnumerable<string> LiteralColours() =>
        Literal().Matches(Scheme().Replace(s_text, "")).Select(colour => colour.Value);

    [GeneratedRegex(@"(?<dark>@media \(prefers-color-scheme: dark\) \{\s*)?:root \{(?<variables>[^}]*)\}")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"--(\w+): #([0-9a-f]{6})")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<=:[^;{}]*)(#[0-9a-fA-F]{3,8}\b|\b(rgba?|hsla?|oklch|color-mix)\()|\bopacity:")]
    private static partial Regex Literal();
}
