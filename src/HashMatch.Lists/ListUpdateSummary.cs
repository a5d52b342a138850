namespace HashMatch.Lists;

/// <summary>What an update did to a list.</summary>
/// <param name="Added">Entries that are new.</param>
/// <param name="Changed">Entries that were replaced.</param>
/// <param name="Tombstoned">Entries that have a tombstone now and had none, whether they were there or not.</param>
/// <param name="Unchanged">Entries and tombstones of the update that the list held already.</param>
/// <param name="Stale">Entries and tombstones of the update that are older than what the list holds, and so were passed over.</param>
/// <param name="Kept">Entries and tombstones of the list that the update does not name.</param>
public sealed record ListUpdateSummary(long Added, long Changed, long Tombstoned, long Unchanged, long Stale, long Kept);
