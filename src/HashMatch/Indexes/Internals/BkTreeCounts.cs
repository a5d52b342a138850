namespace HashMatch.Indexes.Internals;

/// <summary>The few numbers a tree keeps beside its sections.</summary>
/// <param name="LeafCapacity">Codes a leaf holds before it is divided.</param>
/// <param name="Count">Ids stored.</param>
/// <param name="DistinctCount">Different hashes stored.</param>
/// <param name="Depth">The most inner nodes above a leaf.</param>
readonly record struct BkTreeCounts(int LeafCapacity, int Count, int DistinctCount, int Depth);
