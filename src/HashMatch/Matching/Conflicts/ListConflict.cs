namespace HashMatch.Matching.Conflicts;

/// <summary>Something the matches of one item contradict each other in. It is shown and changes no verdict.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Scale">The scale the labels name, such as <c>category</c>; <c>role</c> for the roles of lists.</param>
/// <param name="Values">What is said and by whom, in ordinal order of the values; for roles <c>known</c> first.</param>
public sealed record ListConflict(ListConflictKind Kind, string Scale, IReadOnlyList<ConflictingValue> Values);
