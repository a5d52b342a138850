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
        ("BkTree", () => new IndexContender<THash, BkTree<THash>>(new(), (index, code, id) => index.Add(code, id), index => index.AllocatedBytes)),
        ("BkTree, compacted", () => new IndexContender<THash, BkTree<THash>>(new(), (index, code, id) => index.Add(code, id), index => index.AllocatedBytes, index => index.Compact())),
    ];
}
