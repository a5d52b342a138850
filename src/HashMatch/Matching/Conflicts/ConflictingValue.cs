namespace HashMatch.Matching.Conflicts;

/// <summary>One side of a conflict.</summary>
/// <param name="Value">What is said: <c>known</c> or <c>ignore</c>, or a value on the scale.</param>
/// <param name="Lists">The names of the lists that say so, distinct, in ordinal order.</param>
public sealed record ConflictingValue(string Value, IReadOnlyList<string> Lists);
