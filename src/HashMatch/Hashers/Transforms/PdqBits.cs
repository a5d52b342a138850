using System.Runtime.Intrinsics;
using HashMatch.Hashes;

namespace HashMatch.Hashers.Transforms;

/// <summary>Hashes from the 16x16 frequencies: bit 16 i + j says whether value (i, j) exceeds the lower median.</summary>
static class PdqBits
{
    const int Count = DctMatrix.Frequencies * DctMatrix.Frequencies;

    /// <summary>The hash of the picture as it is.</summary>
    internal static Hash256 Of(ReadOnlySpan<float> coefficients)
    {
        var median = LowerMedian.Of(coefficients);
        return new Hash256(
            Word(coefficients, median), Word(coefficients[64..], median),
            Word(coefficients[128..], median), Word(coefficients[192..], median));
    }

    /// <summary>How many bits hang on less than one level: values that close to the median, which itself is one.</summary>
    internal static int CountUndecided(ReadOnlySpan<float> coefficients)
    {
        var median = Vector256.Create(LowerMedian.Of(coefficients));
        var within = Vector256<int>.Zero;
        for (var i = 0; i < Count; i += Vector256<float>.Count)
        {
            // True is -1.
            within -= Vector256.LessThan(Vector256.Abs(Vector256.Create(coefficients[i..]) - median), Vector256<float>.One).AsInt32();
        }

        return Vector256.Sum(within);
    }

    /// <summary>The hashes of the picture turned and mirrored, as its reference derives them.</summary>
    /// <remarks>
    /// Mirroring an axis changes the sign of its odd frequencies, and frequencies here start at 1: of even indexes.
    /// Exchanging rows and columns moves values without changing any, so the median stays and only the bits move.
    /// </remarks>
    internal static DihedralHashes Dihedral(ReadOnlySpan<float> coefficients)
    {
        var identity = Of(coefficients);
        var flipVertical = Signed(coefficients, rows: true, columns: false);
        var flipHorizontal = Signed(coefficients, rows: false, columns: true);
        var rot180 = Signed(coefficients, rows: true, columns: true);
        return Dihedral(identity, flipHorizontal, flipVertical, rot180);
    }

    /// <summary>All eight from the four that keep rows and columns: exchanging those exchanges them in the hash.</summary>
    internal static DihedralHashes Dihedral(Hash256 identity, Hash256 flipHorizontal, Hash256 flipVertical, Hash256 rot180) =>
        new()
        {
            [DihedralTransform.Identity] = identity,
            [DihedralTransform.Rot90] = BitMatrix.Transpose(flipHorizontal),
            [DihedralTransform.Rot180] = rot180,
            [DihedralTransform.Rot270] = BitMatrix.Transpose(flipVertical),
            [DihedralTransform.FlipHorizontal] = flipHorizontal,
            [DihedralTransform.FlipVertical] = flipVertical,
            [DihedralTransform.Transpose] = BitMatrix.Transpose(identity),
            [DihedralTransform.Transverse] = BitMatrix.Transpose(rot180),
        };

    /// <summary>The hash after a change of sign in every even row, every even column, or both (which cancel).</summary>
    static Hash256 Signed(ReadOnlySpan<float> coefficients, bool rows, bool columns)
    {
        Span<float> signed = stackalloc float[Count];
        for (var i = 0; i < Count; i++)
        {
            var negateRow = rows && ((i >> 4) & 1) == 0;
            var negateColumn = columns && (i & 1) == 0;
            signed[i] = negateRow != negateColumn ? -coefficients[i] : coefficients[i];
        }

        return Of(signed);
    }

    /// <summary>Sixty-four bits, the first value in the lowest.</summary>
    static ulong Word(ReadOnlySpan<float> values, float median)
    {
        var medians = Vector256.Create(median);
        var word = 0UL;
        for (var i = 0; i < 64; i += Vector256<float>.Count)
        {
            var above = Vector256.GreaterThan(Vector256.Create(values[i..]), medians);
            word |= (ulong)above.ExtractMostSignificantBits() << i;
        }

        return word;
    }
}
