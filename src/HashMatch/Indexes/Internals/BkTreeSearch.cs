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
        var nodes = store.Nodes.View;
        Span<RunMatch> matches = stackalloc RunMatch[BkTreeStore<THash>.MaxLeafCapacity];
        var rented = store.Depth <= UsualDepth ? null : ArrayPool<BkTreeStep>.Shared.Rent(store.Depth);
        Span<BkTreeStep> path = rented is null ? stackalloc BkTreeStep[UsualDepth] : rented;
        var depth = 0;
        var node = BkTreeStore<THash>.Root;
        var (runStart, first, end) = (0, 0, 0);
        while (true)
        {
            tally.Visit();
            var distance = nodes.Pivot(node).DistanceTo(query);
            var low = Math.Max(distance - radius, 0);
            var high = Math.Min(distance + radius, THash.BitCount);
            if (nodes.IsLeaf(node))
            {
                ref var table = ref nodes.Table(node);
                var from = Unsafe.Add(ref table, low);
                var to = Unsafe.Add(ref table, high + 1);
                if (from < to)
                {
                    from &= -RunLayout.Lanes;
                    var start = nodes.Start(node);
                    store.Runs.Prefetch(start + from);
                    Scan(store, runStart, first, end, query, radius, hits, matches, ref tally);
                    (runStart, first, end) = (start, from, to);
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
            ref var children = ref nodes.Table(step.Node);
            node = Unsafe.Add(ref children, step.Below);
            var next = nodes.Last(node) + 1;
            // One entry further than the last child in reach is still a child, or the end's 0: the root.
            nodes.Prefetch(Unsafe.Add(ref children, next));
            step = step with { Below = next };
        }

        Scan(store, runStart, first, end, query, radius, hits, matches, ref tally);

        if (rented is not null)
        {
            ArrayPool<BkTreeStep>.Shared.Return(rented);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Scan<TTally>(BkTreeStore<THash> store, int start, int first, int end, THash query,
        int radius, List<SearchHit> hits, Span<RunMatch> matches, ref TTally tally)
        where TTally : struct, IBkTreeTally
    {
        if (first == end)
        {
            return;
        }

        tally.Scan(end - first);
        ref var run = ref store.Runs.Run(start);
        var count = RunKernels<THash>.Default.Find(ref run, first, end, query, radius, matches);
        foreach (var match in matches[..count])
        {
            store.CopyHits(start + match.Position, match.Distance, hits);
        }
    }
}
