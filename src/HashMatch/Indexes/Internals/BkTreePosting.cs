namespace HashMatch.Indexes.Internals;

/// <summary>An id stored under a code, and where the next one of the same code lies.</summary>
/// <param name="Id">The caller's key.</param>
/// <param name="Next">The place in the chain of further postings, 0 for none.</param>
readonly record struct BkTreePosting(int Id, int Next);
