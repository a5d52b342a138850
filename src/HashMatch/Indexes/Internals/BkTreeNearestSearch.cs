using System.Runtime.CompilerServices;
using HashMatch.Hashes;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Indexes.Internals;

/// <summary>Finds the k nearest: a search by a radius that shrinks to the distance of the worst hit held.</summary>
/// <remarks>Children are followed in order of the least distance possible in them, so that it shrinks early.</remarks>
static class BkTreeNearestSearch<THash>
    where THash : struct, IHash<THash>
{
    // Codes scanned before the radius is looked at again.
    const int Stretch = 32 * RunLayout.Lanes;

    /// <summary>Leaves the nearest in <paramref name="hits"/>, in no order.</summary>
    [SkipLocalsInit]
    internal static void Find<TTally>(
        BkTreeStore<THash> store, THash query, int k, List<SearchHit> hits, ref TTally tally)
        where TTally : struct, IBkTreeTally
    {
        var nodes = store.Nodes.View;
        Span<RunMatch> matches = stackalloc RunMatch[Stretch];
        using var path = new BkTreePath(store.Depth, stackalloc BkTreeStep[BkTreePath.UsualDepth]);
        var nearest = new NearestHits(hits, k, THash.BitCount);
        var node = BkTreeStore<THash>.Root;
        while (true)
        {
            tally.Visit();
            var distance = nodes.Pivot(node).DistanceTo(query);
            if (!nodes.IsLeaf(node))
            {
                var child = Unsafe.Add(ref nodes.Table(node), distance);
                path.Push(new BkTreeStep(node, nodes.First(child) - 1, nodes.Last(child) + 1, distance));
                node = child;
                continue;
            }

            Scan(store, node, distance, query, nearest, matches, ref tally);
            while (!path.IsEmpty && Gap(path.Top) > nearest.Radius)
            {
                path.Pop();
            }

            if (path.IsEmpty)
            {
                return;
            }

            ref var step = ref path.Top;
            ref var children = ref nodes.Table(step.Node);
            if (Below(step) <= Above(step))
            {
                node = Unsafe.Add(ref children, step.Low);
                step = step with { Low = nodes.First(node) - 1 };
            }
            else
            {
                node = Unsafe.Add(ref children, step.High);
                step = step with { High = nodes.Last(node) + 1 };
            }
        }
    }

    /// <summary>No code of the children that are left is nearer to the query.</summary>
    static int Gap(BkTreeStep step) => Math.Min(Below(step), Above(step));

    static int Below(BkTreeStep step) => step.Low < 0 ? int.MaxValue : step.Distance - step.Low;

    static int Above(BkTreeStep step) => step.High > THash.BitCount ? int.MaxValue : step.High - step.Distance;

    static void Scan<TTally>(BkTreeStore<THash> store, int leaf, int distance, THash query, NearestHits nearest,
        Span<RunMatch> matches, ref TTally tally)
        where TTally : struct, IBkTreeTally
    {
        ref var table = ref store.Nodes.Table(leaf);
        var start = store.Nodes.Start(leaf);
        ref var run = ref store.Runs.Run(start);
        var first = Unsafe.Add(ref table, Math.Max(distance - nearest.Radius, 0)) & -RunLayout.Lanes;
        var scanned = 0;
        while (true)
        {
            var radius = nearest.Radius;
            var end = Math.Min(Unsafe.Add(ref table, Math.Min(distance + radius, THash.BitCount) + 1), first + Stretch);
            if (end <= first)
            {
                break;
            }

            var count = RunKernels<THash>.Default.Find(ref run, first, end, query, radius, matches);
            foreach (var match in matches[..count])
            {
                foreach (var id in store.IdsOf(start + match.Position))
                {
                    nearest.Offer(new SearchHit(id, match.Distance));
                }
            }

            scanned += end - first;
            first += Stretch;
        }

        if (scanned > 0)
        {
            tally.Scan(scanned);
        }
    }
}
