using System.Numerics;

namespace HashMatch.Hashers.Transforms;

/// <summary>How one rented array is divided among the streaming passes. Lengths and strides are in values.</summary>
/// <remarks>
/// The large piece is the ring of row-filtered rows: only as many as the column window spans, plus one batch. For a photo
/// of 4032x3024 the whole is 0.8 MB where two planes are 98 MB. Everything is a multiple of <see cref="Lanes.Count"/>,
/// and rows are an odd multiple so that the rows of a tile do not fall on the same cache sets.
/// </remarks>
readonly struct StreamLayout
{
    /// <summary>Columns of luma fetched at a time: sixteen rows of them stay in the first-level cache.</summary>
    internal const int LumaColumns = 256;

    /// <summary>Columns the middle pass filters at a time.</summary>
    internal const int StripColumns = 2 * Lanes.Count;

    /// <param name="columns">The axis along rows.</param>
    /// <param name="rows">The axis down columns.</param>
    /// <param name="samples">Samples kept of a row: 64, or 128 for both ways.</param>
    internal StreamLayout(BoxAxis columns, BoxAxis rows, int samples)
    {
        HistoryColumns = PowerOfTwo(columns.Window + StripColumns);
        RowStride = ((Lanes.RoundUp(columns.Steps + StripColumns) / Lanes.Count) | 1) * Lanes.Count;

        // Batches start at multiples of sixteen, so a ring of a multiple of sixteen rows never splits one. A low picture
        // has room for all its rows and never comes round.
        RingRows = Math.Min(Lanes.RoundUp(rows.Window) + Lanes.Count, rows.Length);
        SampledRows = Lanes.RoundUp(rows.Window) + Lanes.Count;

        var end = 0L;
        Luma = Take(ref end, Lanes.Count * LumaStride);
        History = Take(ref end, (long)HistoryColumns * Lanes.Count);
        Strip = Take(ref end, Lanes.Count * StripColumns);
        Samples = Take(ref end, samples * Lanes.Count);
        Sampled = Take(ref end, (long)(SampledRows + 1) * samples);
        SampledSums = Take(ref end, samples);
        Early = Take(ref end, samples);
        ColumnSums = Take(ref end, RowStride);
        Ring = Take(ref end, (long)(RingRows + 1) * RowStride);
        Length = checked((int)end);
    }

    /// <summary>From one row of fetched luma to the next.</summary>
    internal static int LumaStride => LumaColumns + Lanes.Count;

    /// <summary>Columns a row pass remembers, a power of two: the window and the strip being written.</summary>
    internal int HistoryColumns { get; }

    /// <summary>From one row of the ring to the next.</summary>
    internal int RowStride { get; }

    /// <summary>Row-filtered rows remembered; one more, all zero, stands behind them.</summary>
    internal int RingRows { get; }

    /// <summary>Twice row-filtered rows remembered, the kept columns of each; one more, all zero, stands behind them.</summary>
    internal int SampledRows { get; }

    internal Range Luma { get; }

    internal Range History { get; }

    internal Range Strip { get; }

    internal Range Samples { get; }

    internal Range Sampled { get; }

    internal Range SampledSums { get; }

    internal Range Early { get; }

    internal Range ColumnSums { get; }

    internal Range Ring { get; }

    /// <summary>Values in all.</summary>
    internal int Length { get; }

    static int PowerOfTwo(int atLeast) => checked((int)BitOperations.RoundUpToPowerOf2((uint)atLeast));

    static Range Take(ref long end, long length)
    {
        var start = end;
        end += length;
        return checked((int)start)..checked((int)end);
    }
}
