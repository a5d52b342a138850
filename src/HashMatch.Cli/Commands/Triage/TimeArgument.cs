using System.CommandLine;
using System.Globalization;

namespace HashMatch.Cli.Commands.Triage;

/// <summary>A time that an option gives, ISO 8601; without a zone it is UTC.</summary>
static class TimeArgument
{
    static readonly string[] s_formats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>An option for one.</summary>
    internal static Option<string> Option(string name, string description)
    {
        Option<string> option = new(name) { HelpName = "TIME", Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !TryRead(result.Tokens[0].Value, out _))
            {
                result.AddError($"{name} takes a time such as 2026-01-31T08:30:00Z or 2026-01-31.");
            }
        });
        return option;
    }

    /// <summary>The time an option gives; that of the clock without one.</summary>
    internal static DateTimeOffset Read(string? text, TimeProvider clock) => TryRead(text, out var time) ? time : clock.GetUtcNow();

    static bool TryRead(string? text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
