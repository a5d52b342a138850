using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Comparison.Contenders;

/// <summary>An index of ours.</summary>
/// <param name="build">The index of all hashes, each under its place.</param>
/// <param name="unmanagedBytes">Memory that the collector does not see.</param>
sealed class IndexContender<THash, TIndex>(Func<THash[], TIndex> build, Func<TIndex, long> unmanagedBytes) : Contender<THash>
    where THash : unmanaged, IHash<THash>
    where TIndex : class, IHashIndex<THash>
{
    TIndex? _index;

    internal override long UnmanagedBytes => unmanagedBytes(_index!);

    internal override void Build(THash[] codes) => _index = build(codes);

    internal override void Search(THash query, int radius, List<SearchHit> hits) => _index!.SearchRadius(query, radius, hits);

    internal override bool TrySearchBatch(ReadOnlySpan<THash> queries, int radius, HitBatch hits)
    {
        _index!.SearchRadius(queries, radius, hits);
        return true;
    }
}
