using System.Runtime.CompilerServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Division by a number known beforehand: a product with its reciprocal, then one correction step.</summary>
/// <remarks>
/// The fused step finds the remainder <c>sum - estimate * divisor</c> without rounding, the second adds what it is worth
/// and rounds once; with a correctly rounded reciprocal the result is the correctly rounded quotient (Markstein; Brisebarre,
/// Muller and Raina, "Accelerating correctly rounded floating-point division when the divisor is known in advance").
/// Only quotients below 2^-126 could round otherwise, and no sum of luma gets there. Three instructions that start every
/// half cycle instead of one division that starts every five to ten.
/// </remarks>
readonly struct CorrectedReciprocal<TLanes>(int divisor) : IQuotient<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    readonly TLanes _reciprocal = TLanes.Broadcast(1f / divisor);
    readonly TLanes _negated = TLanes.Broadcast(-divisor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes sum, int index)
    {
        var estimate = sum * _reciprocal;
        var remainder = TLanes.MultiplyAdd(estimate, _negated, sum);
        return TLanes.MultiplyAdd(remainder, _reciprocal, estimate);
    }
}
