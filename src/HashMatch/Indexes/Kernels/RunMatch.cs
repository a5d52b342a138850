namespace HashMatch.Indexes.Kernels;

/// <summary>A code within the radius.</summary>
/// <param name="Position">Its place in the run.</param>
/// <param name="Distance">Bits in which it differs from the query.</param>
readonly record struct RunMatch(int Position, int Distance);
