using System.Runtime.CompilerServices;
using HashMatch.Hashes;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Indexes.Internals;

/// <summary>Adds hashes to a tree: finds the leaf, keeps it in order of distance, divides it when it is full.</summary>
sealed class BkTreeInserter<THash>(BkTreeStore<THash> store)
    where THash : struct, IHash<THash>
{
    readonly BkTreeDivider<THash> _divider = new(store);

    internal void Add(THash hash, int id)
    {
        if (store.Nodes.Count == 0)
        {
            var capacity = BkTreeRuns<THash>.Fitting(1);
            store.Nodes.Add(hash, store.Runs.Take(capacity), capacity);
        }

        while (!TryAdd(hash, id))
        {
            // A full leaf was divided: its part for this hash has room now, or will after some further division.
        }

        store.Count++;
    }

    bool TryAdd(THash hash, int id)
    {
        var nodes = store.Nodes;
        var (parent, node, depth) = (-1, BkTreeStore<THash>.Root, 0);
        for (; !nodes.IsLeaf(node); depth++)
        {
            var distance = nodes.Pivot(node).DistanceTo(hash);
            (parent, node) = (node, Unsafe.Add(ref nodes.Table(node), distance));
        }

        var fromPivot = nodes.Pivot(node).DistanceTo(hash);
        if (TryChain(node, fromPivot, hash, id))
        {
            return true;
        }

        if (nodes.Length(node) == nodes.Capacity(node))
        {
            if (nodes.Length(node) >= store.LeafCapacity)
            {
                _divider.Divide(parent, node, depth);
                return false;
            }

            Grow(node);
        }

        Place(node, fromPivot, hash, id);
        store.DistinctCount++;
        return true;
    }

    /// <summary>Adds the id to the code if the leaf holds it already; equal codes have equal distances.</summary>
    bool TryChain(int node, int fromPivot, THash hash, int id)
    {
        ref var table = ref store.Nodes.Table(node);
        var start = store.Nodes.Start(node);
        ref var run = ref store.Runs.Run(start);
        var end = Unsafe.Add(ref table, fromPivot + 1);
        for (var position = Unsafe.Add(ref table, fromPivot); position < end; position++)
        {
            if (!RunLayout<THash>.Read(ref run, position).Equals(hash))
            {
                continue;
            }

            var at = store.Chain.Append(1);
            ref var posting = ref store.Runs.Posting(start + position);
            Unsafe.Add(ref store.Chain.First, at) = new BkTreePosting(id, posting.Next);
            posting = posting with { Next = at };
            return true;
        }

        return false;
    }

    void Grow(int node)
    {
        var (nodes, runs) = (store.Nodes, store.Runs);
        var (start, capacity) = (nodes.Start(node), nodes.Capacity(node));
        var larger = BkTreeRuns<THash>.Fitting(capacity + 1);
        var to = runs.Take(larger);
        runs.CopyFrom(runs, start, to, capacity);
        runs.Return(start, capacity);
        (nodes.Start(node), nodes.Capacity(node)) = (to, larger);
    }

    /// <summary>Makes room by moving the first code of every farther distance behind its last one.</summary>
    void Place(int node, int fromPivot, THash hash, int id)
    {
        ref var table = ref store.Nodes.Table(node);
        var start = store.Nodes.Start(node);
        ref var run = ref store.Runs.Run(start);
        ref var postings = ref store.Runs.Posting(start);
        for (var distance = THash.BitCount + 1; distance > fromPivot; distance--)
        {
            ref var end = ref Unsafe.Add(ref table, distance);
            var first = Unsafe.Add(ref table, distance - 1);
            if (distance - 1 > fromPivot && first != end)
            {
                RunLayout<THash>.Write(ref run, end, RunLayout<THash>.Read(ref run, first));
                Unsafe.Add(ref postings, end) = Unsafe.Add(ref postings, first);
            }
            else if (distance - 1 == fromPivot)
            {
                RunLayout<THash>.Write(ref run, end, hash);
                Unsafe.Add(ref postings, end) = new BkTreePosting(id, 0);
            }

            end++;
        }
    }
}
