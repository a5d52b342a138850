using System.Text.RegularExpressions;

namespace HashMatch.Tests.Architecture;

/// <summary>A table of ARCHITECTURE.md: what there is, and what each may use.</summary>
static partial class ArchitectureTable
{
    /// <summary>The rows under a heading, in order: a name without its slashes, the folders named below it, and the names in the last column.</summary>
    internal static List<(string Name, string[] Below, string[] Uses)> Read(string heading) =>
    [
        .. File.ReadLines(RepositoryFiles.Path("ARCHITECTURE.md"))
            .SkipWhile(line => line != "## " + heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => Row().Match(line)).Where(row => row.Success)
            .Select(row => (row.Groups["name"].Value, Folder().Matches(row.Groups["below"].Value).Select(folder => folder.Groups[1].Value).ToArray(), row.Groups["uses"].Value is "–" or "" ? [] : row.Groups["uses"].Value.Split(", "))),
    ];

    [GeneratedRegex(@"^\| `(?<name>[^`]+?)/?`( \(\+ (?<below>[^)]*)\))?.*\| ?(?<uses>[^|]*?) ?\|$")]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)/`")]
    private static partial Regex Folder();
}
