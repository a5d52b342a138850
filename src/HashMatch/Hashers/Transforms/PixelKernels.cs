namespace HashMatch.Hashers.Transforms;

/// <summary>The kernels this machine can run, widest first, and the one in use.</summary>
static class PixelKernels
{
    /// <summary>Every kernel that runs here; the scalar one is always the last.</summary>
    internal static IReadOnlyList<PixelKernel> Available { get; } = Find();

    /// <summary>The kernel hashers use, chosen once.</summary>
    internal static PixelKernel Default => Available[0];

    static List<PixelKernel> Find()
    {
        var kernels = new List<PixelKernel>();
        Add<Vector256IntegerLanes>(kernels);
        Add<Vector128IntegerLanes>(kernels);
        kernels.Add(new ScalarPixelKernel());
        return kernels;
    }

    static void Add<TLanes>(List<PixelKernel> kernels)
        where TLanes : struct, IIntegerLanes<TLanes>
    {
        if (TLanes.IsSupported)
        {
            kernels.Add(new LanePixelKernel<TLanes>());
        }
    }
}
