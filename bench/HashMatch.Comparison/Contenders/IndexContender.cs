using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Comparison.Contenders;

/// <summary>An index of ours.</summary>
/// <param name="index">The index, empty.</param>
/// <param name="add">Stores a hash.</param>
/// <param name="unmanagedBytes">Memory that the collector does not see.</param>
/// <param name="finish">What is done once all are stored, if anything.</param>
sealed class IndexContender<THash, TIndex>(
    TIndex index, Action<TIndex, THash, int> add, Func<TIndex, long> unmanagedBytes, Action<TIndex>? finish = null)
    : Contender<THash>
    where THash : unmanaged, IHash<THash>
    where TIndex : IHashIndex<THash>
{
    internal override long UnmanagedBytes => unmanagedBytes(index);

    internal override void Build(THash[] codes)
    {
        for (var id = 0; id < codes.Length; id++)
        {
            add(index, codes[id], id);
        }

        finish?.Invoke(index);
    }

    internal override void Search(THash query, int radius, List<SearchHit> hits) => index.SearchRadius(query, radius, hits);
}
