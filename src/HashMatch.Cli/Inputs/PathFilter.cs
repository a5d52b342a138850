using Microsoft.Extensions.FileSystemGlobbing;

namespace HashMatch.Cli.Inputs;

/// <summary>The globs of <c>--include</c> and <c>--exclude</c>, for files found in folders.</summary>
/// <remarks>A pattern without a slash holds at every depth; letter case does not matter.</remarks>
sealed class PathFilter
{
    readonly Matcher? _matcher;

    internal PathFilter(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        if (include.Count == 0 && exclude.Count == 0)
        {
            return;
        }

        _matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        try
        {
            _matcher.AddIncludePatterns(include.Count == 0 ? ["**/*"] : include.Select(AtEveryDepth));
            _matcher.AddExcludePatterns(exclude.Select(AtEveryDepth));
        }
        catch (ArgumentException exception)
        {
            throw CommandException.Usage($"a glob cannot be used: {exception.Message}");
        }
    }

    /// <summary>Whether the path, relative to the folder given, is wanted.</summary>
    internal bool Accepts(string relativePath) => _matcher is null || _matcher.Match(relativePath).HasMatches;

    static string AtEveryDepth(string pattern) => pattern.Contains('/') ? pattern : "**/" + pattern;
}
