using HashMatch.Hashers.Regions;

namespace HashMatch.Matching.Regions;

/// <summary>A region of a query and one of an item whose hashes are near.</summary>
/// <param name="Query">The number of the query's region.</param>
/// <param name="Item">The number of the item's region.</param>
/// <param name="Seen">The query's region.</param>
/// <param name="Stored">The item's region.</param>
readonly record struct RegionPair(int Query, int Item, Region Seen, Region Stored);
