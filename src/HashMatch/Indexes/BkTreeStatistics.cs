namespace HashMatch.Indexes;

/// <summary>What one search of a <see cref="BkTree{THash}"/> touched: its pruning can be seen here.</summary>
/// <param name="NodesVisited">Nodes whose pivot was compared with the query, of <see cref="BkTree{THash}.NodeCount"/>.</param>
/// <param name="LeavesScanned">Those of them that are leaves of which some part was within reach.</param>
/// <param name="Comparisons">Comparisons of the query with a pivot or a stored code.</param>
public readonly record struct BkTreeStatistics(int NodesVisited, int LeavesScanned, long Comparisons);
