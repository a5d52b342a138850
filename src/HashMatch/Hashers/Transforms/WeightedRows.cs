using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>The weighted sums of rows with the same weights, sixteen products at a time.</summary>
static class WeightedRows<TLanes>
    where TLanes : struct, IIntegerLanes<TLanes>
{
    /// <summary>Rows that share one load of the weights.</summary>
    const int RowsAtOnce = 4;

    /// <summary>Adds to each sum the products of the weights and the values of its row, modulo 2^32.</summary>
    /// <param name="values">From the first row's first value on.</param>
    /// <param name="stride">From row to row.</param>
    /// <param name="low">Low parts, a multiple of sixteen.</param>
    /// <param name="high">High parts in the same places; empty where the low ones are the weights.</param>
    /// <param name="sums">One a row.</param>
    internal static void Add(ReadOnlySpan<short> values, int stride, ReadOnlySpan<short> low, ReadOnlySpan<short> high, Span<int> sums)
    {
        var row = 0;
        for (; row <= sums.Length - RowsAtOnce; row += RowsAtOnce)
        {
            var from = values.Slice(row * stride, ((RowsAtOnce - 1) * stride) + low.Length);
            AddFour(from, stride, low, high, sums.Slice(row, RowsAtOnce));
        }

        for (; row < sums.Length; row++)
        {
            sums[row] += OfOne(values.Slice(row * stride, low.Length), low, high);
        }
    }

    /// <summary>Four rows with the same weights. Without high parts the weights are the low ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void AddFour(
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

    static int OfOne(ReadOnlySpan<short> values, ReadOnlySpan<short> low, ReadOnlySpan<short> high)
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
}
