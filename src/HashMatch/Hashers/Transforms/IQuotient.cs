namespace HashMatch.Hashers.Transforms;

/// <summary>Divides window sums by the window's size: correctly rounded, by whatever road is cheapest.</summary>
/// <remarks>
/// A product with the reciprocal and a fused correction step also rounds correctly, but on Zen 4 gained nothing over the
/// division: that runs while the sums wait for one another.
/// </remarks>
interface IQuotient<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary><paramref name="sum"/> divided by the window, to the bit of a real division.</summary>
    /// <param name="sum">Sixteen window sums.</param>
    /// <param name="index">Which of a tile's sixteen steps this is; windows still filling differ by step.</param>
    TLanes Of(TLanes sum, int index);
}
