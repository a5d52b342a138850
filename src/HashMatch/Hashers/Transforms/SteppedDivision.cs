using System.Runtime.CompilerServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Division by a window that changes from step to step, at the edges of the picture.</summary>
readonly ref struct SteppedDivision<TLanes> : IQuotient<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    readonly ReadOnlySpan<float> _divisors;

    /// <summary>The divisors of the sixteen steps from <paramref name="step"/>, kept in <paramref name="divisors"/>.</summary>
    internal SteppedDivision(BoxAxis axis, int step, Span<float> divisors)
    {
        for (var i = 0; i < Lanes.Count; i++)
        {
            divisors[i] = axis.Divisor(step + i);
        }

        _divisors = divisors;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes sum, int index) => sum / TLanes.Broadcast(_divisors[index]);
}
