using HashMatch.Matching;

namespace HashMatch.Lists;

/// <summary>A list as read: what went in, and every row that did not.</summary>
/// <param name="List">The list with its usable entries.</param>
/// <param name="Rows">Rows read, blank lines and comments not counted; always entries plus errors plus <see cref="Withdrawn"/>.</param>
/// <param name="Errors">The rows that could not be used, in file order.</param>
public sealed record ListReadResult(KnownList List, long Rows, IReadOnlyList<ListRowError> Errors)
{
    /// <summary>The tombstones, and the entries of the same file that they withdraw.</summary>
    public long Withdrawn { get; init; }
}
