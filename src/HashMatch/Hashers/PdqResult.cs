using HashMatch.Hashes;

namespace HashMatch.Hashers;

/// <summary>A PDQ hash and how far it can be trusted.</summary>
/// <param name="Hash">256 bits; for an image with a side below 5 pixels all zero.</param>
/// <param name="Quality">
/// 0..100, from the gradients of the 64x64 picture: 0 is flat. PDQ's authors discard below 50.
/// </param>
public readonly record struct PdqResult(Hash256 Hash, int Quality)
{
    /// <summary>
    /// Bits that could as well be the other way: their frequencies lie within one level of luma of the median. 0..256; 0 if
    /// nobody counted them.
    /// </summary>
    /// <remarks>
    /// Photographs have a handful. Stripes, gratings and other patterns that are empty at most frequencies have more than
    /// half: their bits are rounding, and different patterns may share them.
    /// </remarks>
    public int UndecidedBits { get; init; }
}
