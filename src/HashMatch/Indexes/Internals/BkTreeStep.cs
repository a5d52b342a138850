namespace HashMatch.Indexes.Internals;

/// <summary>An inner node on the way of a search, and the distances from its pivot that are still to be followed.</summary>
/// <param name="Node">The node.</param>
/// <param name="Low">By radius: the next distance. By nearness: the next one below those followed.</param>
/// <param name="High">By radius: the last distance. By nearness: the next one above those followed.</param>
/// <param name="Distance">The query's distance from the pivot.</param>
readonly record struct BkTreeStep(int Node, int Low, int High, int Distance);
