using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>The same over lanes.</summary>
sealed class LanePixelKernel<TLanes> : PixelKernel
    where TLanes : struct, IIntegerLanes<TLanes>
{
    /// <summary>Bytes summed before the sums are emptied: far from 2^31.</summary>
    const int SumLength = 1 << 20;

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
            WeightedRows<TLanes>.Add(values[run.Start..], stride, low, high, sums.Slice(output * rows, rows));
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
