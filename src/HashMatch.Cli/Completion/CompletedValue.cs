using System.Collections.Frozen;
using System.CommandLine.Completions;

namespace HashMatch.Cli.Completion;

/// <summary>What may stand in a place of the command line, and the words where there are some.</summary>
sealed record CompletedValue(ValueKind Kind, IReadOnlyList<string> Words)
{
    /// <summary>What help calls the things that are files and folders.</summary>
    static readonly FrozenSet<string> s_paths =
        ((string[])["A", "B", "DB", "DIR", "FILE", "FILE|-", "FOLDER", "INDEX", "LIST", "NEW", "OLD", "PATH", "REPORTS", "SOURCE", "TARGET", "[TYPE:]LIST"]).ToFrozenSet(StringComparer.Ordinal);

    internal static CompletedValue None { get; } = new(ValueKind.None, []);

    /// <param name="name">What help calls it.</param>
    /// <param name="completions">The words it takes, if it takes no others.</param>
    internal static CompletedValue Of(string name, IEnumerable<CompletionItem> completions)
    {
        string[] words = [.. completions.Select(item => item.Label)];
        return new CompletedValue(words.Length > 0 ? ValueKind.Word : s_paths.Contains(name) ? ValueKind.Path : ValueKind.Text, words);
    }
}
