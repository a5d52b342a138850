using System.Buffers;
using System.Runtime.CompilerServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Reduces a picture to 64x64 in one walk down its rows, sixteen at a time; mirrored pictures in the same walk.</summary>
/// <remarks>
/// A batch of rows passes three stages: <see cref="FirstRowPass{TLanes}"/> filters along its rows into a ring;
/// <see cref="MiddlePass{TLanes}"/> filters the ring down its columns, then again along the rows, keeping the sampled
/// columns; <see cref="LastColumnPass{TLanes}"/> filters those down and keeps the sampled rows.
/// </remarks>
static class StreamingDownsampler<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    /// <param name="input">The picture.</param>
    /// <param name="blocks">Room for one block, or for the four of <see cref="PdqKernel.DownsampleMirrored"/>.</param>
    internal static void Run(LumaInput input, Span<float> blocks)
    {
        var samples = blocks.Length == PdqKernel.BlockLength ? BoxAxis.SampleCount : 2 * BoxAxis.SampleCount;
        var columns = new BoxAxis(input.Width);
        var rows = new BoxAxis(input.Height);
        var keptColumns = new AxisSamples(columns, stackalloc int[2 * samples]);
        var keptRows = new AxisSamples(rows, stackalloc int[2 * samples]);
        var layout = new StreamLayout(columns, rows, samples);
        var rented = ArrayPool<float>.Shared.Rent(layout.Length + Lanes.Count);
        var memory = rented.AsSpan(Aligned(rented), layout.Length);

        var firstRowPass = new FirstRowPass<TLanes>(columns, layout, memory);
        var middlePass = new MiddlePass<TLanes>(columns, rows, keptColumns, layout, memory);
        var lastColumnPass = new LastColumnPass<TLanes>(rows, keptRows, samples, layout, memory, blocks);
        for (var step = 0; step < rows.Steps; step += Lanes.Count)
        {
            // Past the last row the column filters still drain.
            if (step < rows.Length)
            {
                firstRowPass.Run(input, step);
            }

            middlePass.Run(step);
            lastColumnPass.Run(step);
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>The first index on a cache line boundary, where every load of sixteen values touches one line.</summary>
    /// <remarks>Only speed depends on it, so it does no harm if the collector moves the array meanwhile.</remarks>
    static int Aligned(float[] array)
    {
        const int Line = Lanes.Count * sizeof(float);
        var address = (int)((nuint)Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref array[0]) % Line);
        return (Line - address) % Line / sizeof(float);
    }
}
