namespace HashMatch.Indexes.Kernels;

/// <summary>The slot kernels of this machine, fastest first by measurement.</summary>
static class SlotKernels
{
    /// <summary>Makes one object for every kernel that runs here; the scalar one is always the last.</summary>
    internal static IReadOnlyList<TMade> Make<TMade, TMaker>()
        where TMaker : struct, IMaker<TMade>
    {
        List<TMade> made = [];
        Add<Avx512SlotKernel, TMade, TMaker>(made);
        Add<Avx2SlotKernel, TMade, TMaker>(made);
        Add<Vector128SlotKernel, TMade, TMaker>(made);
        Add<ScalarSlotKernel, TMade, TMaker>(made);
        return made;
    }

    static void Add<TKernel, TMade, TMaker>(List<TMade> made)
        where TKernel : struct, ISlotKernel
        where TMaker : struct, IMaker<TMade>
    {
        if (TKernel.IsSupported)
        {
            made.Add(default(TMaker).Make<TKernel>());
        }
    }

    /// <summary>What is compiled once for each kernel. Not a static member: the native compiler stumbles over a generic one.</summary>
    internal interface IMaker<TMade>
    {
        TMade Make<TKernel>()
            where TKernel : struct, ISlotKernel;
    }
}
