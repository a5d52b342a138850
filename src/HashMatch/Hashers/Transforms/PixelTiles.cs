using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Tiles made from pixels when they are needed: sixteen rows are read side by side and luma never leaves the cache.</summary>
readonly ref struct PixelTiles<TLanes> : ILumaTiles
    where TLanes : struct, ILanes<TLanes>
{
    readonly ref readonly byte _first;
    readonly ref float _tile;
    readonly nint _rowBytes;
    readonly int _bytesPerPixel;

    /// <param name="rows">Sixteen rows of pixels from column 0 on.</param>
    /// <param name="stride">Bytes from one row to the next.</param>
    /// <param name="columns">Columns that tiles may cover.</param>
    /// <param name="bytesPerPixel">1 for grey, 3 for RGB.</param>
    /// <param name="tile">Room for one tile.</param>
    internal PixelTiles(ReadOnlySpan<byte> rows, int stride, int columns, int bytesPerPixel, Span<float> tile)
    {
        _rowBytes = stride;
        _bytesPerPixel = bytesPerPixel;
        _first = ref MemoryMarshal.GetReference(rows[..checked(((Lanes.Count - 1) * stride) + (columns * bytesPerPixel))]);
        _tile = ref MemoryMarshal.GetReference(tile[..(Lanes.Count * Lanes.Count)]);
    }

    public nint Stride => Lanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly float At(int column)
    {
        ref var pixels = ref Unsafe.Add(ref Unsafe.AsRef(in _first), (nint)column * _bytesPerPixel);
        if (_bytesPerPixel == (int)PixelLayout.Grey8)
        {
            for (var row = 0; row < Lanes.Count; row++)
            {
                var grey = TLanes.LoadGrey(in Unsafe.Add(ref pixels, row * _rowBytes));
                LumaInput.Luma(grey, grey, grey).Store(ref Unsafe.Add(ref _tile, row * Lanes.Count));
            }
        }
        else
        {
            for (var row = 0; row < Lanes.Count; row++)
            {
                TLanes.LoadRgb(in Unsafe.Add(ref pixels, row * _rowBytes), out var red, out var green, out var blue);
                LumaInput.Luma(red, green, blue).Store(ref Unsafe.Add(ref _tile, row * Lanes.Count));
            }
        }

        return ref _tile;
    }
}
