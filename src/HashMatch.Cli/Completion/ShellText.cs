namespace HashMatch.Cli.Completion;

/// <summary>Texts as shells take them.</summary>
static class ShellText
{
    /// <summary>A word in single quotes, within which bash and zsh change nothing.</summary>
    internal static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>The same as fish takes it.</summary>
    internal static string QuoteForFish(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    /// <summary>The same as PowerShell takes it.</summary>
    internal static string QuoteForPowerShell(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    internal static string Words(IEnumerable<string> words) => Quote(string.Join(' ', words));
}
