using HashMatch.Hashes;

namespace HashMatch.Hashers.Transforms;

/// <summary>A 256-bit hash seen as a square of 16x16 bits, four rows a word.</summary>
static class BitMatrix
{
    /// <summary>Exchanges rows and columns.</summary>
    /// <remarks>Off-diagonal blocks change places: first 8x8, then 4x4, 2x2 and single bits within those.</remarks>
    internal static Hash256 Transpose(Hash256 matrix)
    {
        var (w0, w1, w2, w3) = matrix;
        SwapBlocks(ref w0, ref w2, 8, 0x00FF_00FF_00FF_00FF);
        SwapBlocks(ref w1, ref w3, 8, 0x00FF_00FF_00FF_00FF);
        SwapBlocks(ref w0, ref w1, 4, 0x0F0F_0F0F_0F0F_0F0F);
        SwapBlocks(ref w2, ref w3, 4, 0x0F0F_0F0F_0F0F_0F0F);
        return new Hash256(TransposeWithin(w0), TransposeWithin(w1), TransposeWithin(w2), TransposeWithin(w3));
    }

    /// <summary>Right blocks of the upper rows against left blocks of the lower rows.</summary>
    static void SwapBlocks(ref ulong upper, ref ulong lower, int side, ulong left)
    {
        var differing = ((upper >> side) ^ lower) & left;
        lower ^= differing;
        upper ^= differing << side;
    }

    /// <summary>The same between rows of one word: 2x2 blocks two rows apart, then bits one row apart.</summary>
    static ulong TransposeWithin(ulong rows)
    {
        rows = SwapWithin(rows, 32 - 2, 0x0000_0000_CCCC_CCCC);
        return SwapWithin(rows, 16 - 1, 0x0000_AAAA_0000_AAAA);
    }

    static ulong SwapWithin(ulong rows, int distance, ulong right)
    {
        var differing = ((rows >> distance) ^ rows) & right;
        return rows ^ differing ^ (differing << distance);
    }
}
