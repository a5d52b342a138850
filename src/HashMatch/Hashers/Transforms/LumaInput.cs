using System.Runtime.CompilerServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Where a hasher's luma comes from: given luma or 8-bit pixels, whole or stepped to 512x512.</summary>
/// <remarks>
/// Luma is made a stretch of a row at a time, so it never exists as a plane. Nearest-neighbour stepping only chooses
/// pixels: choosing before or after the luma formula gives the same bits.
/// </remarks>
readonly ref struct LumaInput
{
    /// <summary>The side PDQ's file tool steps larger pictures to.</summary>
    const int NearestSide = 512;

    readonly ReadOnlySpan<float> _luma;
    readonly ReadOnlySpan<byte> _pixels;
    readonly int _sourceWidth;
    readonly int _sourceHeight;

    internal LumaInput(LumaPlane luma, HashProfile profile)
        : this(luma.Width, luma.Height, profile)
    {
        _luma = luma.Data;
        Stride = luma.Width;
    }

    internal LumaInput(PixelView pixels, HashProfile profile)
        : this(pixels.Width, pixels.Height, profile)
    {
        _pixels = pixels.Data;
        Stride = pixels.Stride;
        BytesPerPixel = (int)pixels.Layout;
    }

    LumaInput(int width, int height, HashProfile profile)
    {
        _sourceWidth = width;
        _sourceHeight = height;
        IsStepped = profile == HashProfile.Pdq512 && (width > NearestSide || height > NearestSide);
        Width = IsStepped ? NearestSide : width;
        Height = IsStepped ? NearestSide : height;
    }

    /// <summary>Pixels in a row, as hashed.</summary>
    internal int Width { get; }

    /// <summary>Rows, as hashed.</summary>
    internal int Height { get; }

    /// <summary>Whether the picture is hashed at 512x512 instead of as it lies in the caller's memory.</summary>
    internal bool IsStepped { get; }

    /// <summary>The same picture mirrored before it is stepped. Only for stepped pictures.</summary>
    /// <param name="columns">Whether left and right are exchanged.</param>
    /// <param name="rows">Whether top and bottom are exchanged.</param>
    internal LumaInput Mirrored(bool columns, bool rows) => this with { MirrorsColumns = columns, MirrorsRows = rows };

    bool MirrorsColumns { get; init; }

    bool MirrorsRows { get; init; }

    /// <summary>PDQ's luma of one pixel: three products, two sums, each rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Luma(byte red, byte green, byte blue) => ((0.299f * red) + (0.587f * green)) + (0.114f * blue);

    /// <summary>Luma of one pixel, for those who take them one by one.</summary>
    internal float this[int y, int x]
    {
        get
        {
            var row = IsStepped ? SourceRow(y) : y;
            var column = IsStepped ? SourceColumn(x) : x;
            var i = (row * Stride) + (column * Math.Max(BytesPerPixel, 1));
            return BytesPerPixel switch
            {
                0 => _luma[i],
                (int)PixelLayout.Grey8 => Luma(_pixels[i], _pixels[i], _pixels[i]),
                _ => Luma(_pixels[i], _pixels[i + 1], _pixels[i + 2]),
            };
        }
    }

    /// <summary>Whether the caller gave luma.</summary>
    internal bool IsLuma => BytesPerPixel == 0;

    /// <summary>Bytes of one pixel; 0 if the caller gave luma.</summary>
    internal int BytesPerPixel { get; }

    /// <summary>From one row of the caller's memory to the next, in luma values or bytes.</summary>
    internal int Stride { get; }

    /// <summary>The caller's luma from row <paramref name="y"/> on.</summary>
    internal ReadOnlySpan<float> LumaFrom(int y) => _luma[(y * Stride)..];

    /// <summary>The caller's pixels from row <paramref name="y"/> on.</summary>
    internal ReadOnlySpan<byte> PixelsFrom(int y) => _pixels[(y * Stride)..];

    /// <summary>Luma of row <paramref name="y"/> from column <paramref name="x"/> on, as many as fit.</summary>
    internal void CopyTo<TLanes>(int y, int x, Span<float> destination)
        where TLanes : struct, ILanes<TLanes>
    {
        if (IsStepped)
        {
            CopyStepped<TLanes>(y, x, destination);
        }
        else if (IsLuma)
        {
            _luma.Slice((y * Stride) + x, destination.Length).CopyTo(destination);
        }
        else
        {
            var pixels = _pixels.Slice((y * Stride) + (x * BytesPerPixel), destination.Length * BytesPerPixel);
            Convert<TLanes>(pixels, BytesPerPixel, destination);
        }
    }

    void CopyStepped<TLanes>(int y, int x, Span<float> destination)
        where TLanes : struct, ILanes<TLanes>
    {
        var row = SourceRow(y) * Stride;
        if (IsLuma)
        {
            var luma = _luma.Slice(row, _sourceWidth);
            for (var i = 0; i < destination.Length; i++)
            {
                destination[i] = luma[SourceColumn(x + i)];
            }

            return;
        }

        // The chosen pixels side by side, so that the luma formula runs over lanes.
        Span<byte> chosen = stackalloc byte[NearestSide * (int)PixelLayout.Rgb24];
        chosen = chosen[..(destination.Length * BytesPerPixel)];
        var pixels = _pixels.Slice(row, _sourceWidth * BytesPerPixel);
        if (BytesPerPixel == (int)PixelLayout.Grey8)
        {
            for (var i = 0; i < chosen.Length; i++)
            {
                chosen[i] = pixels[SourceColumn(x + i)];
            }
        }
        else
        {
            ChooseRgb(pixels, x, chosen);
        }

        Convert<TLanes>(chosen, BytesPerPixel, destination);
    }

    int SourceRow(int y) => SourceIndex(y, _sourceHeight, MirrorsRows);

    int SourceColumn(int x) => SourceIndex(x, _sourceWidth, MirrorsColumns);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int SourceIndex(int index, int sourceLength, bool mirrored)
    {
        var place = (int)((uint)index * (ulong)(uint)sourceLength / NearestSide);
        return mirrored ? sourceLength - 1 - place : place;
    }

    /// <remarks>A method of its own, compiled in full: the walk over the row keeps its registers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void ChooseRgb(ReadOnlySpan<byte> row, int x, Span<byte> chosen)
    {
        var width = (ulong)(uint)_sourceWidth;
        var place = (uint)x * width;
        for (var to = chosen; to.Length >= 3; to = to[3..])
        {
            var column = (int)(place / NearestSide);
            var from = row.Slice(3 * (MirrorsColumns ? _sourceWidth - 1 - column : column), 3);
            to[2] = from[2];
            to[1] = from[1];
            to[0] = from[0];
            place += width;
        }
    }

    static void Convert<TLanes>(ReadOnlySpan<byte> pixels, int bytesPerPixel, Span<float> luma)
        where TLanes : struct, ILanes<TLanes>
    {
        if (bytesPerPixel == (int)PixelLayout.Grey8)
        {
            ConvertGrey<TLanes>(pixels, luma);
        }
        else
        {
            ConvertRgb<TLanes>(pixels, luma);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void ConvertGrey<TLanes>(ReadOnlySpan<byte> pixels, Span<float> luma)
        where TLanes : struct, ILanes<TLanes>
    {
        var i = 0;
        for (; i <= luma.Length - Lanes.Count; i += Lanes.Count)
        {
            var grey = TLanes.LoadGrey(in pixels[i]);
            Luma(grey, grey, grey).Store(ref luma[i]);
        }

        for (; i < luma.Length; i++)
        {
            luma[i] = Luma(pixels[i], pixels[i], pixels[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void ConvertRgb<TLanes>(ReadOnlySpan<byte> pixels, Span<float> luma)
        where TLanes : struct, ILanes<TLanes>
    {
        var i = 0;
        for (; i <= luma.Length - Lanes.Count; i += Lanes.Count)
        {
            TLanes.LoadRgb(in pixels[3 * i], out var red, out var green, out var blue);
            Luma(red, green, blue).Store(ref luma[i]);
        }

        for (; i < luma.Length; i++)
        {
            luma[i] = Luma(pixels[3 * i], pixels[(3 * i) + 1], pixels[(3 * i) + 2]);
        }
    }

    /// <summary>PDQ's luma of sixteen pixels, in the order of <see cref="Luma(byte, byte, byte)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Luma<TLanes>(TLanes red, TLanes green, TLanes blue)
        where TLanes : struct, ILanes<TLanes> =>
        ((TLanes.Broadcast(0.299f) * red) + (TLanes.Broadcast(0.587f) * green)) + (TLanes.Broadcast(0.114f) * blue);
}
