using HashMatch.Matching;

namespace HashMatch.Catalog;

/// <summary>A list that was in force in a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version, or null.</param>
/// <param name="Role">Its role.</param>
/// <param name="Entries">How many entries it had.</param>
/// <param name="Fingerprint">
/// A SHA-256 over all it said, 64 hexadecimal digits: two lists that share it are the same. No entry can be read from it.
/// </param>
public sealed record LoggedList(string Name, string? Version, ListRole Role, long Entries, string Fingerprint);
