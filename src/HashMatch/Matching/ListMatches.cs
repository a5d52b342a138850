namespace HashMatch.Matching;

/// <summary>What the lists say of one item.</summary>
/// <param name="Matches">Entries with equal bytes or within their list's radius, in canonical order.</param>
/// <param name="Candidates">Entries in their list's review band, in canonical order.</param>
/// <param name="Vetoed">Entries that would be among these two without a veto, in canonical order.</param>
sealed record ListMatches(IReadOnlyList<Match> Matches, IReadOnlyList<Match> Candidates, IReadOnlyList<Match> Vetoed);
