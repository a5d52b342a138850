using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Matching;

/// <summary>The bounds a verdict is made by. Immutable; change it with <c>with</c>.</summary>
/// <remarks>
/// The defaults for radius and quality are those PDQ's authors publish with their reference implementation: match at
/// 31 bits or fewer, discard quality 49 and below.
/// </remarks>
public sealed record MatchOptions
{
    /// <summary>The defaults.</summary>
    public static MatchOptions Default { get; } = new();

    /// <summary>Bits, inclusive, at which two hashes are the same content; a list may bring its own. 0..256.</summary>
    public int Radius { get; init; } = 31;

    /// <summary>Width in bits of the band beyond the radius in which a person should look: (radius, radius + band].</summary>
    public int ReviewBand { get; init; } = 9;

    /// <summary>The least quality, 0..100, at which a hash is matched.</summary>
    public int MinQuality { get; init; } = 50;

    /// <summary>The most bits, 0..256, that may be undecided in a hash that is matched.</summary>
    /// <remarks>Photographs, drawings and screens were measured to have 23 at most, one disc on white 75, stripes and bar codes 128 and more.</remarks>
    public int MaxUndecidedBits { get; init; } = 96;

    /// <summary>How far from 128, 0..128, the number of ones may lie in a hash that is matched.</summary>
    /// <remarks>Hashes with decided bits have 124 or more. It tells where nobody counted the undecided ones.</remarks>
    public int MaxImbalance { get; init; } = 16;

    /// <summary>The radius of turned and mirrored forms, if it is to be smaller than that of a list or a run.</summary>
    public int? TurnedRadius { get; init; }

    /// <summary>The radius where a border was cut off one of the two pictures, if it is to be smaller than that of a list or a run.</summary>
    /// <remarks>Off the item or off the earlier one it is compared with: which of the two came first makes no difference.</remarks>
    public int? TrimmedRadius { get; init; }

    /// <summary>How many regions, at least 2, an item must share with an earlier one to be uncertain; null to look for none.</summary>
    /// <remarks>
    /// Only items that match nothing by their hashes are looked for by regions, and never called repeats: a sign or a
    /// caption that two pictures share agrees as well.
    /// </remarks>
    public int? AgreeingRegions { get; init; }

    /// <summary>Whether items are compared with those submitted before them.</summary>
    public bool CompareWithinRun { get; init; } = true;

    /// <summary>Why a form's hash must not be matched; null if it may.</summary>
    /// <param name="form">The form.</param>
    public UncertainReason? GateOf(HashForm form) =>
        form.Quality < MinQuality ? UncertainReason.LowQuality
        : form.UndecidedBits > MaxUndecidedBits ? UncertainReason.Undecided
        : Math.Abs(form.Hash.PopCount - (Hash256.BitCount / 2)) > MaxImbalance ? UncertainReason.Unbalanced
        : null;

    /// <summary>Why an item must not be matched by its hashes: what holds for the picture as it is, if no form may be matched.</summary>
    /// <param name="forms">All its forms.</param>
    public UncertainReason? GateOf(HashForms forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        foreach (var form in forms.All)
        {
            if (GateOf(form) is null)
            {
                return null;
            }
        }

        return GateOf(forms.All[0]);
    }

    /// <summary>The radius of a form where pictures as they are have <paramref name="radius"/>.</summary>
    /// <param name="transform">What was done to the item's pixels.</param>
    /// <param name="radius">That of a list, or <see cref="Radius"/>.</param>
    /// <param name="trimmed">The border that was cut off what it is compared with.</param>
    public int RadiusOf(PictureTransform transform, int radius, BorderKind trimmed = BorderKind.None)
    {
        radius = transform.Turned == DihedralTransform.Identity ? radius : Math.Min(radius, TurnedRadius ?? radius);
        return transform.Trimmed == BorderKind.None && trimmed == BorderKind.None ? radius : Math.Min(radius, TrimmedRadius ?? radius);
    }

    /// <summary>Throws when a bound lies outside its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bound lies outside its range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Radius, Hash256.BitCount);
        ArgumentOutOfRangeException.ThrowIfNegative(ReviewBand);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ReviewBand, Hash256.BitCount);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxUndecidedBits);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxImbalance);
        ArgumentOutOfRangeException.ThrowIfNegative(TurnedRadius ?? 0, nameof(TurnedRadius));
        ArgumentOutOfRangeException.ThrowIfNegative(TrimmedRadius ?? 0, nameof(TrimmedRadius));
        ArgumentOutOfRangeException.ThrowIfLessThan(AgreeingRegions ?? 2, 2, nameof(AgreeingRegions));
        ArgumentOutOfRangeException.ThrowIfNegative(MinQuality);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MinQuality, 100);
    }
}
