using System.Diagnostics;
using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>A whole tree as flat sections: nodes, runs of codes and postings, and the chain of further ids.</summary>
/// <remarks>
/// Whoever searches keeps it alive to the end.
/// </remarks>
sealed class BkTreeStore<THash>
    where THash : struct, IHash<THash>
{
    /// <summary>The first node ever made; it stays the root, whatever it becomes.</summary>
    internal const int Root = 0;

    /// <summary>
    /// Codes a leaf holds before it is divided: at most 2048, for which a search has room, and by default as many. Of
    /// sizes from 256 to 4096 it was the fastest or next to it at every radius.
    /// </summary>
    internal const int MaxLeafCapacity = 2048;

    internal BkTreeStore(int leafCapacity = MaxLeafCapacity)
    {
        Debug.Assert(leafCapacity is >= 16 and <= MaxLeafCapacity);
        LeafCapacity = leafCapacity;
        Nodes = new BkTreeNodes<THash>();
        Runs = new BkTreeRuns<THash>(16);
        // Place 0 stands for the end of every chain.
        Chain = new GrowingArray<BkTreePosting>(1);
        Chain.Append(1);
    }

    internal BkTreeNodes<THash> Nodes { get; }

    internal BkTreeRuns<THash> Runs { get; private set; }

    internal GrowingArray<BkTreePosting> Chain { get; }

    internal int LeafCapacity { get; }

    /// <summary>Ids stored.</summary>
    internal int Count { get; set; }

    /// <summary>Different hashes stored.</summary>
    internal int DistinctCount { get; set; }

    /// <summary>The most inner nodes between the root and a leaf, the root included.</summary>
    internal int Depth { get; set; }

    internal long Bytes =>
        ((long)Nodes.Records.Capacity * sizeof(int)) + ((long)Runs.Words.Capacity * sizeof(ulong)) +
        (((long)Runs.Postings.Capacity + Chain.Capacity) * 2 * sizeof(int));

    /// <summary>All ids stored under the code of a slot.</summary>
    internal BkTreeIds IdsOf(int slot) => new(Runs.Posting(slot), ref Chain.First);

    /// <summary>Lays the runs one after the other in the order of the tree, without slack.</summary>
    internal void Compact()
    {
        var codes = 0;
        for (var node = 0; node < Nodes.Count; node++)
        {
            codes += Nodes.IsLeaf(node) ? Rounded(Nodes.Length(node)) : 0;
        }

        var runs = new BkTreeRuns<THash>(codes);
        var pending = new Stack<int>();
        if (Nodes.Count > 0)
        {
            pending.Push(Root);
        }

        while (pending.TryPop(out var node))
        {
            if (Nodes.IsLeaf(node))
            {
                var capacity = Rounded(Nodes.Length(node));
                var to = runs.Append(capacity);
                runs.CopyFrom(Runs, Nodes.Start(node), to, capacity);
                Nodes.Start(node) = to;
                Nodes.Capacity(node) = capacity;
                continue;
            }

            // The last pushed comes first, so the children lie in order of distance.
            var table = Nodes.TableSpan(node)[..^1];
            for (var distance = table.Length - 1; distance >= 0; distance--)
            {
                if (distance == 0 || table[distance - 1] != table[distance])
                {
                    pending.Push(table[distance]);
                }
            }
        }

        Runs = runs;
        Nodes.Records.Trim();
        Chain.Trim();
    }

    static int Rounded(int codes) => (codes + Kernels.RunLayout.Lanes - 1) & -Kernels.RunLayout.Lanes;
}
