using System.CommandLine;
using HashMatch.Cli.Files;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Cli.Commands;

/// <summary>The bounds a verdict is made by.</summary>
sealed class VerdictOptions
{
    readonly Option<int> _radius = Radius("Bits, inclusive, at which two hashes are the same content; a list may bring its own.");
    readonly Option<int> _reviewBand = new("--review-band") { HelpName = "BITS", Description = "Bits beyond the radius in which an item is uncertain.", DefaultValueFactory = _ => MatchOptions.Default.ReviewBand };
    readonly Option<int> _minQuality = MinQuality();

    /// <summary><c>--radius</c>, for every verb that has one.</summary>
    internal static Option<int> Radius(string description)
    {
        Option<int> option = new("--radius") { HelpName = "BITS", Description = description, DefaultValueFactory = _ => MatchOptions.Default.Radius };
        option.RequireRange(0, Hash256.BitCount);
        return option;
    }

    /// <summary><c>--min-quality</c>, for every verb that has one.</summary>
    internal static Option<int> MinQuality()
    {
        Option<int> option = new("--min-quality") { HelpName = "Q", Description = "The least quality at which a hash is matched; 0 matches every hash, even undecided ones.", DefaultValueFactory = _ => MatchOptions.Default.MinQuality };
        option.RequireRange(0, 100);
        return option;
    }

    internal void AddTo(Command command)
    {
        _reviewBand.RequireRange(0, Hash256.BitCount);
        command.Add(_radius);
        command.Add(_reviewBand);
        command.Add(_minQuality);
    }

    internal MatchOptions Read(ParseResult parsed) => HashGate.At(parsed.GetValue(_minQuality)) with
    {
        Radius = parsed.GetValue(_radius),
        ReviewBand = parsed.GetValue(_reviewBand),
    };
}
