namespace HashMatch.Matching.Regions;

/// <summary>A region of a query and one of an item whose hashes are near.</summary>
/// <param name="Query">The number of the query's region.</param>
/// <param name="Item">The number of the item's region.</param>
/// <param name="Seen">Where the query's region lies.</param>
/// <param name="Stored">Where the item's region lies.</param>
readonly record struct RegionPair(int Query, int Item, RegionPlace Seen, RegionPlace Stored);
