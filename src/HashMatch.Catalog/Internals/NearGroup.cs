using HashMatch.Hashers;

namespace HashMatch.Catalog.Internals;

/// <summary>A group near an item.</summary>
/// <param name="Opened">The decision by which it was opened; its key.</param>
/// <param name="Distance">Bits from its first item.</param>
/// <param name="Transform">What was done to the item's pixels for that.</param>
readonly record struct NearGroup(long Opened, int Distance, PictureTransform Transform);
