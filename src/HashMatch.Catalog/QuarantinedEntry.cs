namespace HashMatch.Catalog;

/// <summary>An entry that was put in quarantine just now.</summary>
/// <param name="Name">The entry.</param>
/// <param name="Matched">Contents it matched in this run, the last of which was too many.</param>
/// <param name="Limit">The most it might match.</param>
public sealed record QuarantinedEntry(EntryName Name, long Matched, long Limit);
