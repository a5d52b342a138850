using System.CommandLine;
using System.Numerics;

namespace HashMatch.Cli.Commands;

/// <summary>Bounds on numbers, checked before a verb runs.</summary>
static class OptionValidation
{
    internal static void RequireAtLeast<T>(this Option option, T least)
        where T : struct, INumber<T> => option.RequireRange(least, null);

    internal static void RequireRange<T>(this Option option, T least, T? most)
        where T : struct, INumber<T>
    {
        option.Validators.Add(result =>
        {
            // A value that is no number at all has its own error already.
            if (result.Tokens.Count == 1 && T.TryParse(result.Tokens[0].Value, null, out var value) &&
                (value < least || (most is { } bound && value > bound)))
            {
                result.AddError(most is null
                    ? $"{option.Name} must be at least {least}."
                    : $"{option.Name} must lie in {least}..{most}.");
            }
        });
    }
}
