using HashMatch.Hashers;

namespace HashMatch.Matching;

/// <summary>The item a repeat repeats, or a review-band item comes near.</summary>
/// <param name="Path">The name of the first item of the group.</param>
/// <param name="Distance">Bits between the two hashes; 0 for equal bytes.</param>
/// <param name="Transform">What was done to the later item's pixels for it to match.</param>
/// <param name="Trimmed">The border that was cut off the first item for it to match.</param>
public sealed record FirstSighting(
    string Path, int Distance, PictureTransform Transform = default, BorderKind Trimmed = BorderKind.None)
{
    /// <summary>Its number in the store that remembers it; null where only this run does.</summary>
    public long? Number { get; init; }
}
