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
    readonly float _reciprocal = 1f / divisor;
    readonly float _negated = -divisor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes sum, int index)
    {
        var reciprocal = TLanes.Broadcast(_reciprocal);
        var estimate = sum * reciprocal;
        var remainder = TLanes.MultiplyAdd(estimate, TLanes.Broadcast(_negated), sum);
        return TLanes.MultiplyAdd(remainder, reciprocal, estimate);
    }
}
