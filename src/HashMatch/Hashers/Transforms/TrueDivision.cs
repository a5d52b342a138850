using System.Runtime.CompilerServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Division by the dividing instruction: any window, any machine.</summary>
readonly struct TrueDivision<TLanes>(int divisor) : IQuotient<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    readonly float _divisor = divisor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes sum, int index) => sum / TLanes.Broadcast(_divisor);
}
