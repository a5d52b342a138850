using System.Buffers;
using System.Runtime.CompilerServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Reduces a picture to 64x64 in one walk down its rows, sixteen at a time.</summary>
/// <remarks>
/// A batch of rows passes three stages: <see cref="FirstRowPass{TLanes}"/> filters along its rows into a ring;
/// <see cref="MiddlePass{TLanes}"/> filters the ring down its columns, then again along the rows, keeping 64 columns;
/// <see cref="LastColumnPass{TLanes}"/> filters those down and keeps 64 rows.
/// </remarks>
static class StreamingDownsampler<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    internal static void Run(LumaInput input, Span<float> block)
    {
        var columns = new BoxAxis(input.Width);
        var rows = new BoxAxis(input.Height);
        var layout = new StreamLayout(columns, rows);
        var rented = ArrayPool<float>.Shared.Rent(layout.Length + Lanes.Count);
        var memory = rented.AsSpan(Aligned(rented), layout.Length);

        var firstRowPass = new FirstRowPass<TLanes>(columns, layout, memory);
        var middlePass = new MiddlePass<TLanes>(columns, rows, layout, memory);
        var lastColumnPass = new LastColumnPass<TLanes>(rows, layout, memory, block);
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
