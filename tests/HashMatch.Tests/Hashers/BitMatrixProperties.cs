using FsCheck.Xunit;
using HashMatch.Hashers.Transforms;
using HashMatch.Hashes;

namespace HashMatch.Tests.Hashers;

/// <summary>Transposing 16x16 bits, against the definition.</summary>
public sealed class BitMatrixProperties
{
    [Property]
    public void Bit_i_j_goes_to_j_i(ulong w0, ulong w1, ulong w2, ulong w3)
    {
        var matrix = new Hash256(w0, w1, w2, w3);
        var transposed = BitMatrix.Transpose(matrix);
        for (var i = 0; i < 16; i++)
        {
            for (var j = 0; j < 16; j++)
            {
                Assert.Equal(Bit(matrix, (16 * i) + j), Bit(transposed, (16 * j) + i));
            }
        }

        Assert.Equal(matrix, BitMatrix.Transpose(transposed));
    }

    static ulong Bit(Hash256 hash, int index)
    {
        ulong[] words = [hash.W0, hash.W1, hash.W2, hash.W3];
        return (words[index / 64] >> (index % 64)) & 1;
    }
}
