using System.Text.RegularExpressions;

namespace HashMatch.Packages.Tests;

/// <summary>Code blocks of a README as sources of a program.</summary>
static partial class ReadMeExamples
{
    /// <summary>A class for each block: its using lines, those the text before it names, and a method of the rest.</summary>
    internal static List<string> Sources(string readMe, string classPrefix) =>
        [.. CodeBlock().Matches(readMe).Select((block, i) => Source(block, $"{classPrefix}{i}"))];

    static string Source(Match block, string name)
    {
        var lines = block.Groups["code"].Value.Split('\n');
        var usings = lines.Where(line => UsingLine().IsMatch(line))
            .Concat(Namespace().Matches(block.Groups["before"].Value).Select(space => $"using {space.Groups[1].Value};"));
        return $$"""
            {{string.Join('\n', usings.Distinct())}}
            static class {{name}}
            {
                public static async Task RunAsync()
                {
                    await Task.CompletedTask;
                    {{string.Join('\n', lines.Where(line => !UsingLine().IsMatch(line)))}}
                }
            }
            """;
    }

    // The paragraph right before the block names its namespaces in code marks.
    [GeneratedRegex("(?<before>[^\n]*)\n\n```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^using [\w.]+;$")]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"`(HashMatch\.\w+)`")]
    private static partial Regex Namespace();
}
