using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using HashMatch.Hashers.Regions;
using HashMatch.Matching.Regions;

namespace HashMatch.Cli.Commands;

/// <summary>The option that also looks for parts of pictures, with the number of regions that must agree.</summary>
/// <param name="description">What it means to a verb.</param>
sealed class RegionOptions(string description)
{
    /// <summary>One region agrees with itself.</summary>
    const int Least = 2;

    readonly Option<string> _regions = new("--regions") { HelpName = "N", Description = description, Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Adds the option, and beside it the check of its number: a path that follows it is taken for one.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_regions);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_regions) is { Tokens: [var token] } && CountIn(token.Value) is null)
            {
                result.AddError($"--regions takes a number in {Least}..{RegionSet.MaxCount}, not '{token.Value}': write paths before it, or --regions {RegionIndex.DefaultLeastAgreeing}.");
            }
        });
    }

    internal bool IsGiven(CommandResult result) => result.GetResult(_regions) is not null;

    /// <summary>The regions that must agree; null where they are not asked for.</summary>
    internal int? Read(ParseResult parsed) => parsed.GetResult(_regions) is not { } given ? null
        : given.Tokens is [var token] ? CountIn(token.Value) : RegionIndex.DefaultLeastAgreeing;

    static int? CountIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= Least and <= RegionSet.MaxCount ? count : null;
}
