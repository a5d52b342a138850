using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>All parts of a growing index at one moment. Immutable: the writer puts another in its place.</summary>
/// <param name="Sealed">Parts that take no more rows.</param>
/// <param name="Tail">The part that does.</param>
sealed record IndexState<THash>(IndexPart<THash>[] Sealed, IndexTail<THash> Tail)
    where THash : struct, IHash<THash>
{
    /// <summary>The sealed parts, then the tail.</summary>
    public IndexPart<THash>[] Parts => [.. Sealed, Tail];

    /// <summary>The same rows with <paramref name="joined"/>, if there is any row, in place of <paramref name="parts"/>.</summary>
    public IndexState<THash> Replace(IReadOnlyCollection<IndexPart<THash>> parts, IndexSegment<THash>? joined)
    {
        var kept = Sealed.Except(parts);
        return this with { Sealed = joined is null ? [.. kept] : [.. kept, joined] };
    }
}
