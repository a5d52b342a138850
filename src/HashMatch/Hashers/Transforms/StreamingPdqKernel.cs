using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>PDQ over lanes: the picture streams through all four filters and never exists as a filtered plane.</summary>
sealed class StreamingPdqKernel<TLanes> : PdqKernel
    where TLanes : struct, ILanes<TLanes>
{
    internal override string Name { get; } = typeof(TLanes).Name;

    internal override void Downsample(LumaInput input, Span<float> block) => StreamingDownsampler<TLanes>.Run(input, block[..BlockLength]);

    internal override void DownsampleMirrored(LumaInput input, Span<float> blocks) => StreamingDownsampler<TLanes>.Run(input, blocks);

    internal override void CopyLuma(LumaInput input, Span<float> destination)
    {
        for (var y = 0; y < input.Height; y++)
        {
            input.CopyTo<TLanes>(y, 0, destination.Slice(y * input.Width, input.Width));
        }
    }

    internal override void Transform(ReadOnlySpan<float> block, Span<float> coefficients)
    {
        const int Samples = BoxAxis.SampleCount;
        const int Frequencies = DctMatrix.Frequencies;
        Span<float> half = stackalloc float[Frequencies * Samples];
        for (var j = 0; j < Samples; j += Lanes.Count)
        {
            Multiply(DctMatrix.Rows, block[j..], Samples, half[j..], Samples);
        }

        Multiply(half, DctMatrix.Columns, Frequencies, coefficients, Frequencies);
    }

    /// <summary>Sixteen columns of the product of a 16x64 and a 64-row matrix; strides are those of right and product.</summary>
    /// <remarks>Four rows at once: their sums do not wait for one another, and each value of the right is loaded once for four.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Multiply(
        ReadOnlySpan<float> left, ReadOnlySpan<float> right, int rightStride, Span<float> product, int productStride)
    {
        const int Depth = BoxAxis.SampleCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(left.Length, DctMatrix.Frequencies * Depth);
        ArgumentOutOfRangeException.ThrowIfLessThan(right.Length, ((Depth - 1) * rightStride) + Lanes.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(product.Length, ((DctMatrix.Frequencies - 1) * productStride) + Lanes.Count);
        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(right);
        for (nint i = 0; i < DctMatrix.Frequencies; i += 4)
        {
            var sum0 = TLanes.Broadcast(0f);
            var sum1 = sum0;
            var sum2 = sum0;
            var sum3 = sum0;
            ref var l0 = ref Unsafe.Add(ref l, i * Depth);
            for (nint k = 0; k < Depth; k++)
            {
                var values = TLanes.Load(in Unsafe.Add(ref r, k * rightStride));
                sum0 += TLanes.Broadcast(Unsafe.Add(ref l0, k)) * values;
                sum1 += TLanes.Broadcast(Unsafe.Add(ref l0, Depth + k)) * values;
                sum2 += TLanes.Broadcast(Unsafe.Add(ref l0, (2 * Depth) + k)) * values;
                sum3 += TLanes.Broadcast(Unsafe.Add(ref l0, (3 * Depth) + k)) * values;
            }

            sum0.Store(ref product[(int)i * productStride]);
            sum1.Store(ref product[((int)i + 1) * productStride]);
            sum2.Store(ref product[((int)i + 2) * productStride]);
            sum3.Store(ref product[((int)i + 3) * productStride]);
        }
    }
}
