using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace HashMatch.Hashers.Transforms;

/// <summary>Sixteen lanes in four 128-bit registers: SSE, AdvSimd, WebAssembly.</summary>
readonly struct Vector128Lanes : ILanes<Vector128Lanes>
{
    readonly Vector128<float> _v0;
    readonly Vector128<float> _v1;
    readonly Vector128<float> _v2;
    readonly Vector128<float> _v3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector128Lanes(Vector128<float> v0, Vector128<float> v1, Vector128<float> v2, Vector128<float> v3)
    {
        _v0 = v0;
        _v1 = v1;
        _v2 = v2;
        _v3 = v3;
    }

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes Broadcast(float value)
    {
        var v = Vector128.Create(value);
        return new(v, v, v, v);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes Load(ref readonly float source) => new(
        Vector128.LoadUnsafe(in source),
        Vector128.LoadUnsafe(in source, 4),
        Vector128.LoadUnsafe(in source, 8),
        Vector128.LoadUnsafe(in source, 12));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes LoadGrey(ref readonly byte source)
    {
        var bytes = Vector128.LoadUnsafe(in source);
        var (lower, upper) = Vector128.Widen(bytes);
        var (v0, v1) = Vector128.Widen(lower);
        var (v2, v3) = Vector128.Widen(upper);
        return new(
            Vector128.ConvertToSingle(v0.AsInt32()),
            Vector128.ConvertToSingle(v1.AsInt32()),
            Vector128.ConvertToSingle(v2.AsInt32()),
            Vector128.ConvertToSingle(v3.AsInt32()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRgb(ref readonly byte source, out Vector128Lanes red, out Vector128Lanes green, out Vector128Lanes blue)
    {
        // Four pixels are twelve bytes; the last load starts four bytes early so that it ends with the last pixel.
        var p0 = Vector128.LoadUnsafe(in source);
        var p1 = Vector128.LoadUnsafe(in source, 12);
        var p2 = Vector128.LoadUnsafe(in source, 24);
        var p3 = Vector128.LoadUnsafe(in source, 32);
        red = new(Channel(p0, 0), Channel(p1, 0), Channel(p2, 0), Channel(p3, 4));
        green = new(Channel(p0, 1), Channel(p1, 1), Channel(p2, 1), Channel(p3, 5));
        blue = new(Channel(p0, 2), Channel(p1, 2), Channel(p2, 2), Channel(p3, 6));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes operator +(Vector128Lanes left, Vector128Lanes right) =>
        new(left._v0 + right._v0, left._v1 + right._v1, left._v2 + right._v2, left._v3 + right._v3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes operator -(Vector128Lanes left, Vector128Lanes right) =>
        new(left._v0 - right._v0, left._v1 - right._v1, left._v2 - right._v2, left._v3 - right._v3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes operator *(Vector128Lanes left, Vector128Lanes right) =>
        new(left._v0 * right._v0, left._v1 * right._v1, left._v2 * right._v2, left._v3 * right._v3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes operator /(Vector128Lanes left, Vector128Lanes right) =>
        new(left._v0 / right._v0, left._v1 / right._v1, left._v2 / right._v2, left._v3 / right._v3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransposeQuarter(
        ref readonly float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        for (nint row = 0; row < Lanes.Count; row += 4)
        {
            Transpose4(
                ref Unsafe.Add(ref Unsafe.AsRef(in source), row * sourceStride), sourceStride,
                ref Unsafe.Add(ref destination, row), destinationStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float destination)
    {
        _v0.StoreUnsafe(ref destination);
        _v1.StoreUnsafe(ref destination, 4);
        _v2.StoreUnsafe(ref destination, 8);
        _v3.StoreUnsafe(ref destination, 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> Channel(Vector128<byte> pixels, [ConstantExpected] byte first) =>
        Vector128.ConvertToSingle(ByteSpread.EveryThird(pixels, first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Transpose4(ref float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        var a = Vector128.LoadUnsafe(ref source);
        var b = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride));
        var c = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStride));
        var d = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStride));
        var (acLow, acHigh) = Zip(a, c);
        var (bdLow, bdHigh) = Zip(b, d);
        var (column0, column1) = Zip(acLow, bdLow);
        var (column2, column3) = Zip(acHigh, bdHigh);
        column0.StoreUnsafe(ref destination);
        column1.StoreUnsafe(ref Unsafe.Add(ref destination, destinationStride));
        column2.StoreUnsafe(ref Unsafe.Add(ref destination, 2 * destinationStride));
        column3.StoreUnsafe(ref Unsafe.Add(ref destination, 3 * destinationStride));
    }

    /// <summary>The values of both taken in turn: those of the lower halves, those of the upper halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (Vector128<float> Low, Vector128<float> High) Zip(Vector128<float> even, Vector128<float> odd)
    {
        if (Sse.IsSupported)
        {
            return (Sse.UnpackLow(even, odd), Sse.UnpackHigh(even, odd));
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            return (AdvSimd.Arm64.ZipLow(even, odd), AdvSimd.Arm64.ZipHigh(even, odd));
        }

        return (
            Vector128.Create(even[0], odd[0], even[1], odd[1]),
            Vector128.Create(even[2], odd[2], even[3], odd[3]));
    }
}
