namespace HashMatch.Hashers.Transforms;

/// <summary>What all <see cref="ILanes{TSelf}"/> share.</summary>
static class Lanes
{
    /// <summary>Values worked on at once; also the side of a tile and the rows of a batch.</summary>
    internal const int Count = 16;

    /// <summary>The smallest multiple of <see cref="Count"/> that is at least <paramref name="value"/>.</summary>
    internal static int RoundUp(int value) => (value + Count - 1) & -Count;
}
