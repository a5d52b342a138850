namespace HashMatch.Lists;

/// <summary>One entry that differs between two versions of a list.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Entry">The new entry; the old one where it is no longer there.</param>
/// <param name="Place">Where that stands in its list.</param>
public sealed record ListChange(ListChangeKind Kind, ListEntry Entry, ListPlace Place);
