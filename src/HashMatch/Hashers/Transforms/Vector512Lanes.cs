using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HashMatch.Hashers.Transforms;

/// <summary>Sixteen lanes in one 512-bit register: AVX-512.</summary>
readonly struct Vector512Lanes : ILanes<Vector512Lanes>
{
    readonly Vector512<float> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector512Lanes(Vector512<float> value) => _value = value;

    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported;

    public static bool HasMultiplyAdd => Avx512F.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes Broadcast(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes Load(ref readonly float source) => new(Vector512.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes LoadGrey(ref readonly byte source) =>
        new(Vector512.ConvertToSingle(Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(in source))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRgb(ref readonly byte source, out Vector512Lanes red, out Vector512Lanes green, out Vector512Lanes blue)
    {
        // Four pixels, twelve bytes, to each 128-bit quarter. The upper quarters start four bytes early so that the last
        // load ends with the last pixel.
        var pixels = Vector512.Create(
            Vector256.Create(Vector128.LoadUnsafe(in source), Vector128.LoadUnsafe(in source, 12)),
            Vector256.Create(Vector128.LoadUnsafe(in source, 20), Vector128.LoadUnsafe(in source, 32)));
        red = Channel(pixels, 0);
        green = Channel(pixels, 1);
        blue = Channel(pixels, 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes MultiplyAdd(Vector512Lanes left, Vector512Lanes right, Vector512Lanes addend) =>
        new(Vector512.FusedMultiplyAdd(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes operator +(Vector512Lanes left, Vector512Lanes right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes operator -(Vector512Lanes left, Vector512Lanes right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes operator *(Vector512Lanes left, Vector512Lanes right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes operator /(Vector512Lanes left, Vector512Lanes right) => new(left._value / right._value);

    /// <inheritdoc/>
    /// <remarks>
    /// Rows i, i + 4, i + 8 and i + 12 are loaded into the quarters of one register, which leaves only shuffles inside
    /// the quarters.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransposeQuarter(
        ref readonly float source, nint sourceStride, ref float destination, nint destinationStride)
    {
        ref var from = ref Unsafe.AsRef(in source);
        var a = RowQuartet(ref from, sourceStride);
        var b = RowQuartet(ref Unsafe.Add(ref from, sourceStride), sourceStride);
        var c = RowQuartet(ref Unsafe.Add(ref from, 2 * sourceStride), sourceStride);
        var d = RowQuartet(ref Unsafe.Add(ref from, 3 * sourceStride), sourceStride);
        var acLow = Avx512F.UnpackLow(a, c);
        var acHigh = Avx512F.UnpackHigh(a, c);
        var bdLow = Avx512F.UnpackLow(b, d);
        var bdHigh = Avx512F.UnpackHigh(b, d);
        Avx512F.UnpackLow(acLow, bdLow).StoreUnsafe(ref destination);
        Avx512F.UnpackHigh(acLow, bdLow).StoreUnsafe(ref Unsafe.Add(ref destination, destinationStride));
        Avx512F.UnpackLow(acHigh, bdHigh).StoreUnsafe(ref Unsafe.Add(ref destination, 2 * destinationStride));
        Avx512F.UnpackHigh(acHigh, bdHigh).StoreUnsafe(ref Unsafe.Add(ref destination, 3 * destinationStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float destination) => _value.StoreUnsafe(ref destination);

    /// <summary>Every third byte of each quarter from <paramref name="first"/>, as sixteen numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512Lanes Channel(Vector512<byte> pixels, byte first)
    {
        // An index with the top bit set selects nothing and gives zero: the upper bytes of each 32-bit number.
        var lower = Pattern(first);
        var upper = Pattern((byte)(first + 4));
        var spread = Avx512BW.Shuffle(pixels, Vector512.Create(lower, upper));
        return new(Vector512.ConvertToSingle(spread.AsInt32()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<byte> Pattern(byte first)
    {
        var quarter = Vector128.Create(
            first, 255, 255, 255, (byte)(first + 3), 255, 255, 255,
            (byte)(first + 6), 255, 255, 255, (byte)(first + 9), 255, 255, 255);
        return Vector256.Create(quarter, quarter);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> RowQuartet(ref float source, nint stride) => Vector512.Create(
        RowPair(ref source, stride), RowPair(ref Unsafe.Add(ref source, 8 * stride), stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> RowPair(ref float source, nint stride) => Avx.InsertVector128(
        Vector128.LoadUnsafe(ref source).ToVector256Unsafe(), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 4 * stride)), 1);
}
