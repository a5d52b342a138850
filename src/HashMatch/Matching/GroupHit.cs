using HashMatch.Hashers;

namespace HashMatch.Matching;

/// <summary>A group whose first item is near another item.</summary>
/// <param name="Group">The number it was added by.</param>
/// <param name="Distance">Bits between the two.</param>
/// <param name="Transform">What was done to the other item's pixels for that.</param>
/// <param name="Trimmed">The border that was cut off the first item for that.</param>
public readonly record struct GroupHit(int Group, int Distance, PictureTransform Transform, BorderKind Trimmed);
