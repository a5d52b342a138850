using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>All parts of a growing index at one moment. Immutable: the writer puts another in its place.</summary>
/// <param name="Sealed">Parts that take no more rows.</param>
/// <param name="Tail">The part that does.</param>
/// <param name="Dropped">So many removals took rows out of some part for good.</param>
sealed record IndexState<THash>(IndexPart<THash>[] Sealed, IndexTail<THash> Tail, ulong Dropped = 0)
    where THash : struct, IHash<THash>
{
    /// <summary>The sealed parts, then the tail.</summary>
    public IndexPart<THash>[] Parts => [.. Sealed, Tail];

    /// <summary>How many removals a search heeds that had seen so many before it took this state.</summary>
    /// <remarks>A join that ended in between dropped rows of later ones from its parts alone: unless they are heeded in all, one is seen by half.</remarks>
    public ulong Heeded(ulong removals) => Math.Max(removals, Dropped);

    /// <summary>The same rows with <paramref name="joined"/>, if there is any row, in place of <paramref name="parts"/>.</summary>
    /// <param name="parts">What was joined.</param>
    /// <param name="joined">What came of it.</param>
    /// <param name="removals">How many removals that heeded.</param>
    public IndexState<THash> Replace(IReadOnlyCollection<IndexPart<THash>> parts, IndexSegment<THash>? joined, ulong removals)
    {
        var kept = Sealed.Except(parts);
        return this with { Sealed = joined is null ? [.. kept] : [.. kept, joined], Dropped = Math.Max(Dropped, removals) };
    }
}
