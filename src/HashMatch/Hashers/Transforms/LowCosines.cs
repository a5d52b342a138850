namespace HashMatch.Hashers.Transforms;

/// <summary>The 8x8 lowest frequencies of the DCT-II of a 32x32 picture, the constant among them, in whole numbers.</summary>
/// <remarks>
/// Cosines are rounded to units of 2^-22: no sum of products rounds, so the result is the same on every machine and
/// frequencies that cancel are zero, where floating point leaves noise. The rounding of the cosines moves a frequency by
/// less than 0.01 where they span some hundred thousand.
/// </remarks>
static class LowCosines
{
    /// <summary>Samples on each axis.</summary>
    internal const int Samples = 32;

    /// <summary>Frequencies kept on each axis.</summary>
    internal const int Frequencies = 8;

    const int CosineBits = 22;
    const int Half = Samples / 2;

    /// <summary>One row a frequency, over the first half of the samples: the other half mirrors it.</summary>
    static readonly int[] s_cosines = MakeCosines();

    /// <summary>The frequencies, the vertical one counting rows.</summary>
    /// <param name="samples">Row after row, 0..255.</param>
    /// <param name="frequencies">Row after row, in units of 2^-44.</param>
    internal static void Transform(ReadOnlySpan<byte> samples, Span<long> frequencies)
    {
        Span<long> column = stackalloc long[Samples];
        Span<long> rows = stackalloc long[Frequencies * Samples];
        for (var x = 0; x < Samples; x++)
        {
            for (var y = 0; y < Samples; y++)
            {
                column[y] = samples[(y * Samples) + x];
            }

            TransformLine(column, rows[x..], Samples);
        }

        for (var i = 0; i < Frequencies; i++)
        {
            TransformLine(rows.Slice(i * Samples, Samples), frequencies[(i * Frequencies)..], 1);
        }
    }

    /// <summary>Cosines of even frequencies are equal in both halves, those of odd ones opposite.</summary>
    static void TransformLine(ReadOnlySpan<long> line, Span<long> frequencies, int stride)
    {
        Span<long> sums = stackalloc long[Half];
        Span<long> differences = stackalloc long[Half];
        for (var i = 0; i < Half; i++)
        {
            sums[i] = line[i] + line[Samples - 1 - i];
            differences[i] = line[i] - line[Samples - 1 - i];
        }

        for (var k = 0; k < Frequencies; k++)
        {
            var folded = k % 2 == 0 ? sums : differences;
            var cosines = s_cosines.AsSpan(k * Half, Half);
            var sum = 0L;
            for (var i = 0; i < cosines.Length; i++)
            {
                sum += folded[i] * cosines[i];
            }

            frequencies[k * stride] = sum;
        }
    }

    static int[] MakeCosines()
    {
        var cosines = new int[Frequencies * Half];
        for (var i = 0; i < cosines.Length; i++)
        {
            var (frequency, sample) = (i / Half, i % Half);
            cosines[i] = (int)Math.Round((1 << CosineBits) * Math.Cos(Math.PI * frequency * ((2 * sample) + 1) / (2 * Samples)));
        }

        return cosines;
    }
}
