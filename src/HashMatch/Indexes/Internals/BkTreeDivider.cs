using System.Diagnostics;
using HashMatch.Hashes;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Indexes.Internals;

/// <summary>Divides full leaves.</summary>
/// <remarks>
/// A leaf first shares the distances it covers with a new neighbour, cut where the halves come out most even; so leaves
/// stay filled, and the far and near distances, where few codes lie, do not each get a leaf. One whose codes all have
/// one distance from its parent can be divided only by its own pivot: it becomes an inner node over one leaf, which is
/// then cut.
/// </remarks>
sealed class BkTreeDivider<THash>(BkTreeStore<THash> store)
    where THash : struct, IHash<THash>
{
    readonly BkTreeItems<THash> _items = new(store.LeafCapacity);
    readonly int[] _counts = new int[THash.BitCount + 1];

    /// <summary>Leaves the codes of a full leaf in at least two.</summary>
    /// <param name="parent">The node above, -1 for none.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="depth">Inner nodes above it.</param>
    internal void Divide(int parent, int leaf, int depth)
    {
        _items.Load(store, leaf);
        if (parent >= 0 && TryCut(parent, leaf))
        {
            return;
        }

        var nodes = store.Nodes;
        var child = nodes.Add(nodes.Pivot(leaf), nodes.Start(leaf), nodes.Capacity(leaf));
        nodes.MakeInner(leaf, child);
        nodes.Last(child) = THash.BitCount;
        store.Depth = Math.Max(store.Depth, depth + 1);
        // The pivot is one of the codes and no two are equal: there are at least two distances.
        var cut = TryCut(leaf, child);
        Debug.Assert(cut);
    }

    bool TryCut(int parent, int leaf)
    {
        var nodes = store.Nodes;
        _items.Measure(nodes.Pivot(parent));
        var near = _items.CountUpTo(_counts, out var cut);
        if (near == 0)
        {
            return false;
        }

        _items.Partition(cut);
        store.Runs.Return(nodes.Start(leaf), nodes.Capacity(leaf));
        var far = nodes.Add(default, 0, 0);
        Fill(leaf, 0, near);
        Fill(far, near, _items.Count - near);
        var last = nodes.Last(leaf);
        (nodes.Last(leaf), nodes.First(far), nodes.Last(far)) = (cut, cut + 1, last);
        nodes.TableSpan(parent)[(cut + 1)..(last + 1)].Fill(far);
        return true;
    }

    /// <summary>Gives a leaf a pivot out of its codes, and lays them in order of their distance from it.</summary>
    void Fill(int leaf, int from, int count)
    {
        var nodes = store.Nodes;
        var pivot = _items.ChoosePivot(from, count);
        var capacity = BkTreeRuns<THash>.Fitting(count + 1);
        var start = store.Runs.Take(capacity);
        nodes.Pivot(leaf) = pivot;
        (nodes.Start(leaf), nodes.Capacity(leaf)) = (start, capacity);
        _items.Measure(pivot, from, count);
        var table = nodes.TableSpan(leaf);
        table.Clear();
        foreach (var distance in _items.Distances.Slice(from, count))
        {
            table[distance + 1]++;
        }

        for (var distance = 1; distance < table.Length; distance++)
        {
            table[distance] += table[distance - 1];
        }

        // Each distance's next free place.
        table[..^1].CopyTo(_counts);
        ref var run = ref store.Runs.Run(start);
        for (var item = from; item < from + count; item++)
        {
            var position = _counts[_items.Distances[item]]++;
            RunLayout<THash>.Write(ref run, position, _items.Codes[item]);
            store.Runs.Posting(start + position) = _items.Postings[item];
        }
    }
}
