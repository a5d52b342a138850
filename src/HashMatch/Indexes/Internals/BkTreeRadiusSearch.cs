using System.Runtime.CompilerServices;
using HashMatch.Hashes;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Indexes.Internals;

/// <summary>Finds all within a radius.</summary>
/// <remarks>
/// By the triangle inequality, what lies within r of the query lies between d-r and d+r of a pivot that is d from the
/// query: of an inner node these children are followed, of a leaf, which lies in order of distance, this stretch is
/// scanned. A stretch is scanned when the next one is known and on its way from memory.
/// </remarks>
static class BkTreeRadiusSearch<THash>
    where THash : struct, IHash<THash>
{
    /// <summary>Adds every hit, in no order.</summary>
    [SkipLocalsInit]
    internal static void Find<TTally>(
        BkTreeStore<THash> store, THash query, int radius, List<SearchHit> hits, ref TTally tally)
        where TTally : struct, IBkTreeTally
    {
        var nodes = store.Nodes.View;
        Span<RunMatch> matches = stackalloc RunMatch[BkTreeStore<THash>.MaxLeafCapacity];
        using var path = new BkTreePath(store.Depth, stackalloc BkTreeStep[BkTreePath.UsualDepth]);
        var node = BkTreeStore<THash>.Root;
        var (start, first, end) = (0, 0, 0);
        while (true)
        {
            tally.Visit();
            var distance = nodes.Pivot(node).DistanceTo(query);
            var low = Math.Max(distance - radius, 0);
            var high = Math.Min(distance + radius, THash.BitCount);
            ref var table = ref nodes.Table(node);
            if (!nodes.IsLeaf(node))
            {
                path.Push(new BkTreeStep(node, low, high, distance));
            }
            else if (Unsafe.Add(ref table, low) < Unsafe.Add(ref table, high + 1))
            {
                var from = Unsafe.Add(ref table, low) & -RunLayout.Lanes;
                store.Runs.Prefetch(nodes.Start(node) + from);
                Scan(store, start, first, end, query, radius, hits, matches, ref tally);
                (start, first, end) = (nodes.Start(node), from, Unsafe.Add(ref table, high + 1));
            }

            while (!path.IsEmpty && path.Top.Low > path.Top.High)
            {
                path.Pop();
            }

            if (path.IsEmpty)
            {
                break;
            }

            ref var step = ref path.Top;
            ref var children = ref nodes.Table(step.Node);
            node = Unsafe.Add(ref children, step.Low);
            var next = nodes.Last(node) + 1;
            // Past the last child in reach this is a child out of reach, or the table's end, which names the root.
            nodes.Prefetch(Unsafe.Add(ref children, next));
            step = step with { Low = next };
        }

        Scan(store, start, first, end, query, radius, hits, matches, ref tally);
    }

    static void Scan<TTally>(BkTreeStore<THash> store, int start, int first, int end, THash query, int radius,
        List<SearchHit> hits, Span<RunMatch> matches, ref TTally tally)
        where TTally : struct, IBkTreeTally
    {
        if (first == end)
        {
            return;
        }

        tally.Scan(end - first);
        var count = RunKernels<THash>.Default.Find(ref store.Runs.Run(start), first, end, query, radius, matches);
        foreach (var match in matches[..count])
        {
            foreach (var id in store.IdsOf(start + match.Position))
            {
                hits.Add(new SearchHit(id, match.Distance));
            }
        }
    }
}
