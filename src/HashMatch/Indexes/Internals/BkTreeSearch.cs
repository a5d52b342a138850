using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HashMatch.Hashes;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Indexes.Internals;

/// <summary>Walks a tree: by the triangle inequality, what lies within r of the query lies between d-r and d+r of a
/// pivot that is d from the query.</summary>
static class BkTreeSearch<THash>
    where THash : struct, IHash<THash>
{
    // A path this deep lies on the stack. Only data made for it leads deeper, and then the path is rented.
    const int UsualDepth = 32;

    /// <summary>Adds every hit within the radius, in no order.</summary>
    [SkipLocalsInit]
    internal static void FindInRadius<TTally>(
        BkTreeStore<THash> store, THash query, int radius, List<SearchHit> hits, ref TTally tally)
        where TTally : struct, IBkTreeTally
    {
        var nodes = store.Nodes;
        Span<RunMatch> matches = stackalloc RunMatch[BkTreeStore<THash>.MaxLeafCapacity];
        var rented = store.Depth <= UsualDepth ? null : ArrayPool<BkTreeStep>.Shared.Rent(store.Depth);
        Span<BkTreeStep> path = rented is null ? stackalloc BkTreeStep[UsualDepth] : rented;
        var depth = 0;
        var node = BkTreeStore<THash>.Root;
        while (true)
        {
            tally.Visit();
            var distance = nodes.Pivot(node).DistanceTo(query);
            var low = Math.Max(distance - radius, 0);
            var high = Math.Min(distance + radius, THash.BitCount);
            if (nodes.IsLeaf(node))
            {
                foreach (var match in Scan(store, node, low, high, query, radius, matches, ref tally))
                {
                    store.CopyHits(nodes.Start(node) + match.Position, match.Distance, hits);
                }
            }
            else
            {
                path[depth++] = new BkTreeStep(node, low, high, distance);
            }

            while (depth > 0 && path[depth - 1].Below > path[depth - 1].Above)
            {
                depth--;
            }

            if (depth == 0)
            {
                break;
            }

            ref var step = ref path[depth - 1];
            ref var table = ref nodes.Table(step.Node);
            var next = step.Below;
            node = Unsafe.Add(ref table, next);
            do
            {
                next++;
            }
            while (next <= step.Above && Unsafe.Add(ref table, next) == node);
            step = step with { Below = next };
        }

        if (rented is not null)
        {
            ArrayPool<BkTreeStep>.Shared.Return(rented);
        }
    }

    /// <summary>The codes of a leaf within the radius; only those whose distance from its pivot lies between the bounds are looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ReadOnlySpan<RunMatch> Scan<TTally>(BkTreeStore<THash> store, int leaf, int low, int high, THash query,
        int radius, Span<RunMatch> matches, ref TTally tally)
        where TTally : struct, IBkTreeTally
    {
        ref var table = ref store.Nodes.Table(leaf);
        var first = Unsafe.Add(ref table, low);
        var end = Unsafe.Add(ref table, high + 1);
        if (first == end)
        {
            return default;
        }

        first &= -RunLayout.Lanes;
        tally.Scan(end - first);
        ref var run = ref store.Runs.Run(store.Nodes.Start(leaf));
        return matches[..RunKernels<THash>.Default.Find(ref run, first, end, query, radius, matches)];
    }
}
