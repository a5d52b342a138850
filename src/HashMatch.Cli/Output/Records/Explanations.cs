using System.Globalization;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Matching.Conflicts;
using HashMatch.Matching.Regions;

namespace HashMatch.Cli.Output.Records;

/// <summary>Parts of sentences for a person that verdicts and comparisons share.</summary>
static class Explanations
{
    /// <summary>Why a hash says too little to be compared.</summary>
    internal static string OfGate(UncertainReason? reason, PdqResult pdq) => reason switch
    {
        UncertainReason.Undecided => string.Create(CultureInfo.InvariantCulture, $"{pdq.UndecidedBits} undecided bits"),
        UncertainReason.Unbalanced => string.Create(CultureInfo.InvariantCulture, $"{pdq.Hash.PopCount} of {Hash256.BitCount} bits are one"),
        _ => string.Create(CultureInfo.InvariantCulture, $"low quality {pdq.Quality}"),
    };

    /// <summary>How much two pictures share, and how the first lies on the later one.</summary>
    internal static string OfAgreement(RegionAgreement agreement, string first) => agreement.Regions < 2
        ? $"no regions agree with {first}"
        : string.Create(CultureInfo.InvariantCulture,
            $"{agreement.Regions} regions agree with {first}, scaled by {agreement.Scale:0.###} to ({(long)MathF.Round(agreement.OffsetX)}, {(long)MathF.Round(agreement.OffsetY)})");

    /// <summary>What lists contradict each other in: <c>category=1|2</c>.</summary>
    internal static string OfConflict(ListConflict conflict) =>
        $"{conflict.Scale}={string.Join('|', conflict.Values.Select(value => value.Value))}";

    /// <summary>What was cut off the earlier picture.</summary>
    internal static string Without(BorderKind cut) => cut switch
    {
        BorderKind.None => "",
        BorderKind.Content => " without its margins",
        _ => $" without its {WireNames.Of(cut)}",
    };

    /// <summary>What was done to the picture.</summary>
    internal static string After(PictureTransform transform) => transform.IsIdentity ? "" : $" after {WireNames.Of(transform)}";
}
