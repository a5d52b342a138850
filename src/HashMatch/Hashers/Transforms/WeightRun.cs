namespace HashMatch.Hashers.Transforms;

/// <summary>The weights of one output within a block.</summary>
/// <param name="Start">The value the first weight belongs to, counted from the start of the block.</param>
/// <param name="Length">How many weights there are.</param>
/// <param name="Offset">Where they begin among all weights of the block.</param>
readonly record struct WeightRun(int Start, int Length, int Offset);
