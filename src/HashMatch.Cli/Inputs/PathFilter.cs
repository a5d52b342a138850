using Microsoft.Extensions.FileSystemGlobbing;

namespace HashMatch.Cli.Inputs;

/// <summary>The globs of <c>--include</c> and <c>--exclude</c>, for files found in folders.</summary>
/// <remarks>A pattern without a slash holds at every depth; letter case does not matter.</remarks>
sealed class PathFilter
{
    readonly Matcher? _matcher;
    readonly Matcher? _excluded;

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
            if (exclude.Count > 0)
            {
                _excluded = new Matcher(StringComparison.OrdinalIgnoreCase);
                _excluded.AddIncludePatterns(exclude.Select(AtEveryDepth));
            }
        }
        catch (ArgumentException exception)
        {
            throw CommandException.Usage($"a glob cannot be used: {exception.Message}");
        }
    }

    /// <summary>Whether the path, relative to the folder given, is wanted.</summary>
    internal bool Accepts(string relativePath) => _matcher is null || _matcher.Match(relativePath).HasMatches;

    /// <summary>Whether nothing in a folder is wanted, so that it need not be looked into: its name or all below it is excluded.</summary>
    internal bool SkipsFolder(string relativePath) => _excluded is not null &&
        (Excludes(relativePath) || (Excludes($"{relativePath}/\u0001") && Excludes($"{relativePath}/\u0001/\u0001")));

    bool Excludes(string path) => _excluded!.Match(path).HasMatches;

    static string AtEveryDepth(string pattern) => pattern.Contains('/') ? pattern : "**/" + pattern;
}
