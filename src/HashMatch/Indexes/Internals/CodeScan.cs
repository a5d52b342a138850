using HashMatch.Distance;
using HashMatch.Distance.Kernels;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Answers from the codes alone, row by row (codes and query spread alike): for radii and collections where probing costs more.</summary>
static class CodeScan
{
    const int RowsAtOnce = 512;

    /// <summary>Adds every row within the radius, in the order of the rows.</summary>
    internal static void Collect<THash>(
        ReadOnlySpan<THash> codes, ReadOnlySpan<int> ids, THash query, int radius, List<SearchHit> hits)
        where THash : struct, IHash<THash>
    {
        Span<CodeHit> found = stackalloc CodeHit[RowsAtOnce];
        for (var start = 0; start < codes.Length; start += RowsAtOnce)
        {
            var rows = codes.Slice(start, Math.Min(RowsAtOnce, codes.Length - start));
            foreach (var hit in found[..HammingKernels.Default.ScanRows(query, rows, radius, found)])
            {
                hits.Add(new SearchHit(ids[start + hit.Position], hit.Distance));
            }
        }
    }

    /// <summary>The distance of the k-th nearest row, or the greatest possible one if there are fewer rows.</summary>
    internal static int NearestRadius<THash>(ReadOnlySpan<THash> codes, THash query, int k)
        where THash : struct, IHash<THash>
    {
        Span<int> atDistance = stackalloc int[THash.BitCount + 1];
        atDistance.Clear();
        foreach (ref readonly var code in codes)
        {
            atDistance[query.DistanceTo(code)]++;
        }

        var within = 0;
        for (var radius = 0; radius < THash.BitCount; radius++)
        {
            within += atDistance[radius];
            if (within >= k)
            {
                return radius;
            }
        }

        return THash.BitCount;
    }
}
