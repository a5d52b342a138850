namespace HashMatch.Distance;

/// <summary>Turns 64 words of 64 bits about their diagonal.</summary>
static class BitTranspose
{
    /// <summary>Bit c of word r changes places with bit r of word c.</summary>
    public static void InPlace(Span<ulong> words)
    {
        // Ever smaller off-diagonal squares change places: 32 bits by 32, then 16 by 16, down to single bits.
        var mask = 0x00000000FFFFFFFFUL;
        for (var size = 32; size > 0; size >>= 1, mask ^= mask << size)
        {
            for (var row = 0; row < 64; row = (row + size + 1) & ~size)
            {
                var change = ((words[row] >> size) ^ words[row + size]) & mask;
                words[row] ^= change << size;
                words[row + size] ^= change;
            }
        }
    }
}
