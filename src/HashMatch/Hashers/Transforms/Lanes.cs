using System.Runtime.CompilerServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>What all <see cref="ILanes{TSelf}"/> share.</summary>
static class Lanes
{
    /// <summary>Values worked on at once; also the side of a tile and the rows of a batch.</summary>
    internal const int Count = 16;

    /// <summary>Columns of a tile transposed at a time.</summary>
    internal const int Quarter = Count / 4;

    /// <summary>Transposes a tile of 16x16 values; strides are in values. Source and destination do not overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose<TLanes>(
        ref readonly float source, nint sourceStride, ref float destination, nint destinationStride)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint column = 0; column < Count; column += Quarter)
        {
            TLanes.TransposeQuarter(
                in Unsafe.Add(ref Unsafe.AsRef(in source), column), sourceStride,
                ref Unsafe.Add(ref destination, column * destinationStride), destinationStride);
        }
    }

    /// <summary>The smallest multiple of <see cref="Count"/> that is at least <paramref name="value"/>.</summary>
    internal static int RoundUp(int value) => (value + Count - 1) & -Count;
}
