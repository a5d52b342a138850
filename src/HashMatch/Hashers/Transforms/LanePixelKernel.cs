using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>The same over lanes.</summary>
sealed class LanePixelKernel<TLanes> : PixelKernel
    where TLanes : struct, IIntegerLanes<TLanes>
{
    /// <summary>Bytes summed before the sums are emptied: far from 2^31.</summary>
    const int SumLength = 1 << 20;

    /// <summary>Rows that share one load of the weights.</summary>
    const int RowsAtOnce = 4;

    internal override string Name { get; } = typeof(TLanes).Name;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void ToLuma(ReadOnlySpan<byte> pixels, PixelLayout layout, Span<short> luma)
    {
        var i = 0;
        if (layout == PixelLayout.Grey8)
        {
            for (; i <= luma.Length - Lanes.Count; i += Lanes.Count)
            {
                TLanes.StoreGrey(in pixels[i..(i + Lanes.Count)][0], ref luma[i]);
            }

            for (; i < luma.Length; i++)
            {
                luma[i] = pixels[i];
            }

            return;
        }

        for (; i <= luma.Length - Lanes.Count; i += Lanes.Count)
        {
            TLanes.StoreLuma(in pixels[(3 * i)..(3 * (i + Lanes.Count))][0], ref luma[i]);
        }

        for (; i < luma.Length; i++)
        {
            luma[i] = RoundedLuma.Of(pixels[3 * i], pixels[(3 * i) + 1], pixels[(3 * i) + 2]);
        }
    }

    internal override void AddWeighted(ReadOnlySpan<short> values, int stride, in WeightBlock weights, Span<int> sums)
    {
        var rows = sums.Length / weights.Outputs;
        for (var output = weights.FirstOutput; output < weights.EndOutput; output++)
        {
            var run = weights.RunOf(output);
            var padded = Lanes.RoundUp(run.Length);
            var low = weights.Low.Slice(run.Offset, padded);
            var high = weights.IsNarrow ? default : weights.High.Slice(run.Offset, padded);
            var outputSums = sums.Slice(output * rows, rows);
            var row = 0;
            for (; row <= rows - RowsAtOnce; row += RowsAtOnce)
            {
                var from = values.Slice((row * stride) + run.Start, ((RowsAtOnce - 1) * stride) + padded);
                AddFourRows(from, stride, low, high, outputSums.Slice(row, RowsAtOnce));
            }

            for (; row < rows; row++)
            {
                outputSums[row] += OfOneRow(values.Slice((row * stride) + run.Start, padded), low, high);
            }
        }
    }

    internal override long SumOf(ReadOnlySpan<byte> bytes)
    {
        var sum = 0L;
        for (; bytes.Length > SumLength; bytes = bytes[SumLength..])
        {
            sum += SumOfShort(bytes[..SumLength]);
        }

        return sum + SumOfShort(bytes);
    }

    /// <summary>Four rows with the same weights. Without high parts the weights are the low ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void AddFourRows(
        ReadOnlySpan<short> values, nint stride, ReadOnlySpan<short> low, ReadOnlySpan<short> high, Span<int> sums)
    {
        ref var l = ref MemoryMarshal.GetReference(low);
        ref var v0 = ref MemoryMarshal.GetReference(values);
        ref var v1 = ref Unsafe.Add(ref v0, stride);
        ref var v2 = ref Unsafe.Add(ref v1, stride);
        ref var v3 = ref Unsafe.Add(ref v2, stride);
        TLanes low0 = default, low1 = default, low2 = default, low3 = default;
        if (high.IsEmpty)
        {
            for (nint i = 0; i < low.Length; i += Lanes.Count)
            {
                var weights = TLanes.Load(in Unsafe.Add(ref l, i));
                low0 = TLanes.AddProducts(low0, TLanes.Load(in Unsafe.Add(ref v0, i)), weights);
                low1 = TLanes.AddProducts(low1, TLanes.Load(in Unsafe.Add(ref v1, i)), weights);
                low2 = TLanes.AddProducts(low2, TLanes.Load(in Unsafe.Add(ref v2, i)), weights);
                low3 = TLanes.AddProducts(low3, TLanes.Load(in Unsafe.Add(ref v3, i)), weights);
            }

            TLanes.AddTotals(low0, low1, low2, low3, ref MemoryMarshal.GetReference(sums));
            return;
        }

        ref var h = ref MemoryMarshal.GetReference(high);
        TLanes high0 = default, high1 = default, high2 = default, high3 = default;
        for (nint i = 0; i < low.Length; i += Lanes.Count)
        {
            var lowWeights = TLanes.Load(in Unsafe.Add(ref l, i));
            var highWeights = TLanes.Load(in Unsafe.Add(ref h, i));
            var value = TLanes.Load(in Unsafe.Add(ref v0, i));
            low0 = TLanes.AddProducts(low0, value, lowWeights);
            high0 = TLanes.AddProducts(high0, value, highWeights);
            value = TLanes.Load(in Unsafe.Add(ref v1, i));
            low1 = TLanes.AddProducts(low1, value, lowWeights);
            high1 = TLanes.AddProducts(high1, value, highWeights);
            value = TLanes.Load(in Unsafe.Add(ref v2, i));
            low2 = TLanes.AddProducts(low2, value, lowWeights);
            high2 = TLanes.AddProducts(high2, value, highWeights);
            value = TLanes.Load(in Unsafe.Add(ref v3, i));
            low3 = TLanes.AddProducts(low3, value, lowWeights);
            high3 = TLanes.AddProducts(high3, value, highWeights);
        }

        TLanes.AddTotals(
            Join(low0, high0), Join(low1, high1), Join(low2, high2), Join(low3, high3), ref MemoryMarshal.GetReference(sums));
    }

    static int OfOneRow(ReadOnlySpan<short> values, ReadOnlySpan<short> low, ReadOnlySpan<short> high)
    {
        TLanes lowSums = default, highSums = default;
        for (var i = 0; i < low.Length; i += Lanes.Count)
        {
            var value = TLanes.Load(in values[i]);
            lowSums = TLanes.AddProducts(lowSums, value, TLanes.Load(in low[i]));
            if (!high.IsEmpty)
            {
                highSums = TLanes.AddProducts(highSums, value, TLanes.Load(in high[i]));
            }
        }

        return Join(lowSums, highSums).Total();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLanes Join(TLanes low, TLanes high) => TLanes.Join(low, high, WeightBlock.LowBits);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int SumOfShort(ReadOnlySpan<byte> bytes)
    {
        const int Step = 2 * Lanes.Count;
        ref var first = ref MemoryMarshal.GetReference(bytes);
        TLanes sums = default;
        var i = 0;
        for (; i <= bytes.Length - Step; i += Step)
        {
            sums = TLanes.AddBytes(sums, in Unsafe.Add(ref first, i));
        }

        var sum = sums.Total();
        for (; i < bytes.Length; i++)
        {
            sum += bytes[i];
        }

        return sum;
    }
}
