using HashMatch.Distance.Kernels;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Kernels;

/// <summary>The kernels this machine can run, fastest first by measurement, and the one in use.</summary>
static class RunKernels<THash>
    where THash : struct, IHash<THash>
{
    // Not made with the type: an exception must come out as it is.
    static RunKernel<THash>? s_default;

    /// <summary>Every kernel that runs here; the scalar one is always the last.</summary>
    internal static IReadOnlyList<RunKernel<THash>> Available { get; } = Find();

    /// <summary>The kernel indexes use, chosen once.</summary>
    internal static RunKernel<THash> Default => s_default ??= HammingKernels.Matching(Available, kernel => kernel.Name);

    static List<RunKernel<THash>> Find()
    {
        var kernels = new List<RunKernel<THash>>();
        if (Vector512RunKernel<THash>.IsSupported)
        {
            kernels.Add(new Vector512RunKernel<THash>());
        }

        Add<Vector256RunLanes>(kernels);
        Add<Vector128RunLanes>(kernels);
        kernels.Add(new ScalarRunKernel<THash>());
        return kernels;
    }

    static void Add<TLanes>(List<RunKernel<THash>> kernels)
        where TLanes : struct, IRunLanes<TLanes>
    {
        if (LaneRunKernel<THash, TLanes>.IsSupported)
        {
            kernels.Add(new LaneRunKernel<THash, TLanes>());
        }
    }
}
