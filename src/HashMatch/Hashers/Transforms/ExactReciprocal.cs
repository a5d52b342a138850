using System.Runtime.CompilerServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Division by a power of two: its reciprocal is exact, so the product is the quotient.</summary>
readonly struct ExactReciprocal<TLanes>(int divisor) : IQuotient<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    readonly float _reciprocal = 1f / divisor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes sum, int index) => sum * TLanes.Broadcast(_reciprocal);
}
