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

    readonly Option<int> _regions = new("--regions")
    {
        HelpName = "N",
        Description = description,
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = Parse,
    };

    internal void AddTo(Command command) => command.Add(_regions);

    /// <summary>The regions that must agree; null where they are not asked for.</summary>
    internal int? Read(ParseResult parsed) => parsed.GetResult(_regions) is null ? null : parsed.GetValue(_regions);

    /// <summary>A path that follows the option would be taken for its number: the message says what to write instead.</summary>
    static int Parse(ArgumentResult result)
    {
        if (result.Tokens.Count == 0)
        {
            return RegionIndex.DefaultLeastAgreeing;
        }

        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var regions) && regions is >= Least and <= RegionSet.MaxCount)
        {
            return regions;
        }

        result.AddError($"--regions takes a number in {Least}..{RegionSet.MaxCount}, not '{result.Tokens[0].Value}': write paths before it, or --regions {RegionIndex.DefaultLeastAgreeing}.");
        return 0;
    }
}
