namespace HashMatch.Indexes.Internals;

/// <summary>An inner node on the way of a search, and the distances of it that are still to be followed.</summary>
/// <param name="Node">The node.</param>
/// <param name="Below">Range search: the next distance. Nearest search: the next one towards 0.</param>
/// <param name="Above">Range search: the last distance. Nearest search: the next one away from 0.</param>
/// <param name="Centre">Nearest search: the query's distance from the pivot.</param>
readonly record struct BkTreeStep(int Node, int Below, int Above, int Centre);
