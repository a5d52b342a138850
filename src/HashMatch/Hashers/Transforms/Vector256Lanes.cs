using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HashMatch.Hashers.Transforms;

/// <summary>Sixteen lanes in two 256-bit registers: AVX2.</summary>
readonly struct Vector256Lanes : ILanes<Vector256Lanes>
{
    readonly Vector256<float> _lower;
    readonly Vector256<float> _upper;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector256Lanes(Vector256<float> lower, Vector256<float> upper)
    {
        _lower = lower;
        _upper = upper;
    }

    public static bool IsSupported => Avx2.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes Broadcast(float value)
    {
        var v = Vector256.Create(value);
        return new(v, v);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes Load(ref readonly float source) =>
        new(Vector256.LoadUnsafe(in source), Vector256.LoadUnsafe(in source, 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes LoadGrey(ref readonly byte source)
    {
        var bytes = Vector128.LoadUnsafe(in source);
        return new(
            Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(bytes)),
            Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(Sse2.ShiftRightLogical128BitLane(bytes, 8))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRgb(ref readonly byte source, out Vector256Lanes red, out Vector256Lanes green, out Vector256Lanes blue)
    {
        // Four pixels, twelve bytes, to each 128-bit half. The second pair of loads starts four bytes early so that the
        // last one ends with the last pixel.
        var lower = Vector256.Create(Vector128.LoadUnsafe(in source), Vector128.LoadUnsafe(in source, 12));
        var upper = Vector256.Create(Vector128.LoadUnsafe(in source, 20), Vector128.LoadUnsafe(in source, 32));
        red = new(Channel(lower, 0), Channel(upper, 4));
        green = new(Channel(lower, 1), Channel(upper, 5));
        blue = new(Channel(lower, 2), Channel(upper, 6));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes operator +(Vector256Lanes left, Vector256Lanes right) =>
        new(left._lower + right._lower, left._upper + right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes operator -(Vector256Lanes left, Vector256Lanes right) =>
        new(left._lower - right._lower, left._upper - right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes operator *(Vector256Lanes left, Vector256Lanes right) =>
        new(left._lower * right._lower, left._upper * right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes operator /(Vector256Lanes left, Vector256Lanes right) =>
        new(left._lower / right._lower, left._upper / right._upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransposeQuarter(
        ref readonly float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        ref var from = ref Unsafe.AsRef(in source);
        Transpose8x4(ref from, sourceStride, ref destination, destinationStride);
        Transpose8x4(ref Unsafe.Add(ref from, 8 * sourceStride), sourceStride, ref Unsafe.Add(ref destination, 8), destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float destination)
    {
        _lower.StoreUnsafe(ref destination);
        _upper.StoreUnsafe(ref destination, 8);
    }

    /// <summary>Every third byte of each half from <paramref name="first"/>, as eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Channel(Vector256<byte> pixels, byte first)
    {
        // An index with the top bit set selects nothing and gives zero: the upper bytes of each 32-bit number.
        var half = Vector128.Create(
            first, 255, 255, 255, (byte)(first + 3), 255, 255, 255,
            (byte)(first + 6), 255, 255, 255, (byte)(first + 9), 255, 255, 255);
        return Vector256.ConvertToSingle(Avx2.Shuffle(pixels, Vector256.Create(half, half)).AsInt32());
    }

    /// <summary>Eight rows of four values become four rows of eight.</summary>
    /// <remarks>
    /// Row i and row i + 4 are loaded into the halves of one register, which leaves only shuffles inside the halves: 16
    /// for 64 values where transposing whole rows takes 24.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Transpose8x4(ref float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        var a = RowPair(ref source, sourceStride);
        var b = RowPair(ref Unsafe.Add(ref source, sourceStride), sourceStride);
        var c = RowPair(ref Unsafe.Add(ref source, 2 * sourceStride), sourceStride);
        var d = RowPair(ref Unsafe.Add(ref source, 3 * sourceStride), sourceStride);
        var acLow = Avx.UnpackLow(a, c);
        var acHigh = Avx.UnpackHigh(a, c);
        var bdLow = Avx.UnpackLow(b, d);
        var bdHigh = Avx.UnpackHigh(b, d);
        Avx.UnpackLow(acLow, bdLow).StoreUnsafe(ref destination);
        Avx.UnpackHigh(acLow, bdLow).StoreUnsafe(ref Unsafe.Add(ref destination, destinationStride));
        Avx.UnpackLow(acHigh, bdHigh).StoreUnsafe(ref Unsafe.Add(ref destination, 2 * destinationStride));
        Avx.UnpackHigh(acHigh, bdHigh).StoreUnsafe(ref Unsafe.Add(ref destination, 3 * destinationStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> RowPair(ref float source, nint stride) => Avx.InsertVector128(
        Vector128.LoadUnsafe(ref source).ToVector256Unsafe(), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 4 * stride)), 1);
}
