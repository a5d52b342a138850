namespace HashMatch.Distance;

/// <summary>How codes lie as bit planes: a block holds 512 codes, and plane k of a block is bit k of each of them.</summary>
/// <remarks>
/// One register of such a plane is one bit of up to 512 codes, so a few bitwise instructions add that bit to as many
/// distances at once, on any instruction set and without one that counts bits. A plane is one cache line of eight
/// words; code i of the block is bit i % 64 of word i / 64. Bit k of a hash is bit k % 64 of its word k / 64. The
/// first planes of all blocks lie together, the head, because a search with a small radius reads hardly anything else;
/// the others lie behind, the tail, block after block as well.
/// </remarks>
static class PlaneLayout
{
    /// <summary>Codes in a block.</summary>
    public const int CodesPerBlock = 512;

    /// <summary>Words in a plane of a block.</summary>
    public const int WordsPerPlane = CodesPerBlock / 64;

    /// <summary>Bytes in a plane of a block: a cache line.</summary>
    public const int BytesPerPlane = CodesPerBlock / 8;

    /// <summary>The widest hash, in bits and so in planes.</summary>
    public const int MaxPlanes = 256;

    /// <summary>Planes of the head for a hash of so many bits.</summary>
    /// <remarks>At radius 31 of 256, or 10 of 64, it proves all but a few random codes in a hundred thousand too far.</remarks>
    public static int HeadPlanes(int bitCount) => bitCount == 64 ? 48 : 112;

    /// <summary>Blocks that hold so many codes.</summary>
    public static int BlocksFor(int codeCount) => (int)(((uint)codeCount + CodesPerBlock - 1) / CodesPerBlock);
}
