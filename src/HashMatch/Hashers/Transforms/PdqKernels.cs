namespace HashMatch.Hashers.Transforms;

/// <summary>The kernels this machine can run, fastest first by measurement, and the one in use.</summary>
/// <remarks>
/// 512-bit registers are left out on measurement: on Zen 4 they were as fast from luma and up to a sixth slower from RGB.
/// The running sums wait for one another, and wider registers do not shorten that.
/// </remarks>
static class PdqKernels
{
    /// <summary>Every kernel that runs here; the scalar one is always the last.</summary>
    internal static IReadOnlyList<PdqKernel> Available { get; } = Find();

    /// <summary>The kernel hashers use, chosen once.</summary>
    internal static PdqKernel Default => Available[0];

    static List<PdqKernel> Find()
    {
        var kernels = new List<PdqKernel>();
        Add<Vector256Lanes>(kernels);
        Add<Vector128Lanes>(kernels);
        kernels.Add(new ScalarPdqKernel());
        return kernels;
    }

    static void Add<TLanes>(List<PdqKernel> kernels)
        where TLanes : struct, ILanes<TLanes>
    {
        if (TLanes.IsSupported)
        {
            kernels.Add(new StreamingPdqKernel<TLanes>());
        }
    }
}
