using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Tiles that lie in memory as luma already.</summary>
readonly ref struct PlaneTiles : ILumaTiles
{
    readonly ref readonly float _first;
    readonly int _start;

    /// <param name="rows">Sixteen rows, the first value of which is column <paramref name="start"/>.</param>
    /// <param name="stride">From row to row.</param>
    /// <param name="start">The first column.</param>
    /// <param name="columns">Columns that tiles may cover.</param>
    internal PlaneTiles(ReadOnlySpan<float> rows, int stride, int start, int columns)
    {
        _first = ref MemoryMarshal.GetReference(rows[..(((Lanes.Count - 1) * stride) + columns)]);
        _start = start;
        Stride = stride;
    }

    public nint Stride { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly float At(int column) => ref Unsafe.Add(ref Unsafe.AsRef(in _first), column - _start);
}
