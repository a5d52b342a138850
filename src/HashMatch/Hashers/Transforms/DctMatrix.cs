namespace HashMatch.Hashers.Transforms;

/// <summary>The cosines of PDQ's DCT: frequencies 1..16 over 64 samples, in both orders.</summary>
static class DctMatrix
{
    /// <summary>Frequencies kept on each axis.</summary>
    internal const int Frequencies = 16;

    const int Samples = BoxAxis.SampleCount;

    static readonly float[] s_rows = MakeRows();
    static readonly float[] s_columns = MakeColumns();

    /// <summary>16 rows of 64: one row a frequency.</summary>
    internal static ReadOnlySpan<float> Rows => s_rows;

    /// <summary>64 rows of 16: one row a sample.</summary>
    internal static ReadOnlySpan<float> Columns => s_columns;

    static float[] MakeRows()
    {
        // The mix of widths is the reference's: a binary32 scale, the rest in binary64, one rounding at the end.
        var scale = (float)Math.Sqrt(2.0 / Samples);
        var rows = new float[Frequencies * Samples];
        for (var i = 0; i < Frequencies; i++)
        {
            for (var j = 0; j < Samples; j++)
            {
                rows[(i * Samples) + j] = (float)(scale * Math.Cos(Math.PI / 2.0 / Samples * (i + 1) * ((2 * j) + 1)));
            }
        }

        return rows;
    }

    static float[] MakeColumns()
    {
        var columns = new float[Frequencies * Samples];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = s_rows[(i % Frequencies * Samples) + (i / Frequencies)];
        }

        return columns;
    }
}
