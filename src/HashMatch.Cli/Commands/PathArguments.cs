using System.CommandLine;
using System.CommandLine.Parsing;

namespace HashMatch.Cli.Commands;

/// <summary>Keeps a mistyped option from being taken for a path.</summary>
static class PathArguments
{
    /// <summary>The paths as they are, unless one looks like an option and no <c>--</c> says that it is none.</summary>
    internal static string[] Check(ParseResult parsed, params string[] paths)
    {
        if (!parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash) &&
            Array.Find(paths, path => path.StartsWith('-')) is { } option)
        {
            throw CommandException.Usage($"'{option}' is no option of this verb. A path that begins with '-' goes behind '--', or is written './{option}'.");
        }

        return paths;
    }
}
