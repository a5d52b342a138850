using HashMatch.Hashers;
using HashMatch.Matching.Regions;

namespace HashMatch.Matching;

/// <summary>The item a repeat repeats, or one that an uncertain item comes near or shares parts with.</summary>
/// <param name="Path">The name of the first item of the group.</param>
/// <param name="Distance">Bits between the two hashes, 0 for equal bytes; null where regions agree, whose pictures' hashes lie anywhere.</param>
/// <param name="Transform">What was done to the later item's pixels for it to match.</param>
/// <param name="Trimmed">The border that was cut off the first item for it to match.</param>
/// <param name="Agreement">What the two share, the first being the item and the later the query, for <see cref="UncertainReason.RegionMatch"/> alone.</param>
public sealed record FirstSighting(
    string Path, int? Distance, PictureTransform Transform = default, BorderKind Trimmed = BorderKind.None, RegionAgreement? Agreement = null)
{
    /// <summary>Its number in the store that remembers it; null where only this run does.</summary>
    public long? Number { get; init; }
}
