using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Comparison.Contenders;

/// <summary>Names that ratios refer to.</summary>
static class Entries
{
    internal const string ScalarLoop = "scalar loop";
    internal const string PointerTree = "pointer BK-tree";
}

/// <summary>All contenders, in the order of the table.</summary>
static class Entries<THash>
    where THash : unmanaged, IHash<THash>
{
    internal static IReadOnlyList<(string Name, Func<Contender<THash>> Make)> All { get; } =
    [
        (Entries.ScalarLoop, () => new ScalarLoop<THash>()),
        ("TensorPrimitives.HammingBitDistance", () => new TensorLoop<THash>()),
        (Entries.PointerTree, () => new PointerBkTree<THash>()),
        ("LinearIndex", () => new IndexContender<THash, LinearIndex<THash>>(Fill<LinearIndex<THash>>(new(), (index, code, id) => index.Add(code, id)), index => index.AllocatedBytes)),
        ("BkTree", () => new IndexContender<THash, BkTree<THash>>(Fill<BkTree<THash>>(new(), (index, code, id) => index.Add(code, id)), index => index.AllocatedBytes)),
        ("BkTree, compacted", () => new IndexContender<THash, BkTree<THash>>(Fill<BkTree<THash>>(new(), (index, code, id) => index.Add(code, id), index => index.Compact()), index => index.AllocatedBytes)),
        ("MultiIndexHash", () => new IndexContender<THash, MultiIndexHash<THash>>(codes => MultiIndexHash<THash>.Build(codes, [.. Enumerable.Range(0, codes.Length)]), index => index.AllocatedBytes)),
        ("HashIndex", () => new IndexContender<THash, HashIndex<THash>>(Fill<HashIndex<THash>>(new(), (index, code, id) => index.Add(code, id), index => index.Compact()), index => index.AllocatedBytes)),
    ];

    /// <summary>Stores the hashes one by one, then does what is done once all are stored.</summary>
    static Func<THash[], TIndex> Fill<TIndex>(TIndex index, Action<TIndex, THash, int> add, Action<TIndex>? finish = null) => codes =>
    {
        for (var id = 0; id < codes.Length; id++)
        {
            add(index, codes[id], id);
        }

        finish?.Invoke(index);
        return index;
    };
}
