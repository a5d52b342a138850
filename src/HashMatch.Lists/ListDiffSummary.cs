namespace HashMatch.Lists;

/// <summary>How two versions of a list differ.</summary>
/// <param name="Added">Entries that are new.</param>
/// <param name="Changed">Entries that say something else.</param>
/// <param name="Removed">Entries that are no longer there.</param>
/// <param name="Tombstoned">Entries that have a tombstone now and had none, whether they were there or not.</param>
/// <param name="Unchanged">Entries and tombstones that are the same.</param>
/// <param name="Old">What was read of the old version.</param>
/// <param name="New">What was read of the new version.</param>
public sealed record ListDiffSummary(long Added, long Changed, long Removed, long Tombstoned, long Unchanged, ListCounts Old, ListCounts New);
