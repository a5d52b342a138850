using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace HashMatch.Fuzzing;

/// <summary>Laws that hold for every parser.</summary>
static partial class Law
{
    /// <summary>Throws unless it holds.</summary>
    internal static void Require([DoesNotReturnIf(false)] bool holds, string law)
    {
        if (!holds)
        {
            throw new BrokenLawException(law);
        }
    }

    /// <summary>A message says something to a person, on one line, and holds no hash.</summary>
    internal static void RequireSpeakable(string message)
    {
        RequireLine(message, most: 2048);
        Require(!HashText().IsMatch(message), "A message holds no run of sixteen hexadecimal digits.");
    }

    /// <summary>A message is one line, and no longer than that.</summary>
    internal static void RequireLine(string message, int most)
    {
        Require(message.Length > 0 && message.Length <= most, "A message is neither empty nor endless.");
        Require(!message.AsSpan().ContainsAny('\n', '\r', '\0'), "A message is one line.");
    }

    /// <summary>A message without what differs from input to input, to tell outcomes apart.</summary>
    internal static string ShapeOf(string message) => Varying().Replace(message, "#");

    [GeneratedRegex("[0-9a-fA-F]{16,}")]
    private static partial Regex HashText();

    [GeneratedRegex(@"'[^']*'|[0-9]+")]
    private static partial Regex Varying();
}
