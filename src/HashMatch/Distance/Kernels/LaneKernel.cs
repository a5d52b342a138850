namespace HashMatch.Distance.Kernels;

/// <summary>The kernel of one instruction set, written once over its registers.</summary>
/// <typeparam name="TLanes">The instruction set.</typeparam>
/// <typeparam name="TVector">Its register.</typeparam>
sealed partial class LaneKernel<TLanes, TVector> : HammingKernel
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    public override string Name => TLanes.Name;
}
