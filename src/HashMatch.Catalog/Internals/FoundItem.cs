namespace HashMatch.Catalog.Internals;

/// <summary>An item somebody named.</summary>
/// <param name="Name">Its names.</param>
/// <param name="Content">The number of its content.</param>
/// <param name="Decision">Its latest decision.</param>
sealed record FoundItem(ItemName Name, long Content, Evidence Decision);
