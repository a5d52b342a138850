using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HashMatch.Hashers.Transforms;

/// <summary>Integer lanes in one 256-bit register: AVX2.</summary>
readonly struct Vector256IntegerLanes : IIntegerLanes<Vector256IntegerLanes>
{
    readonly Vector256<int> _sums;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector256IntegerLanes(Vector256<int> sums) => _sums = sums;

    public static bool IsSupported => Avx2.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256IntegerLanes Load(ref readonly short source) => new(Vector256.LoadUnsafe(in source).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256IntegerLanes AddProducts(
        Vector256IntegerLanes sums, Vector256IntegerLanes left, Vector256IntegerLanes right) =>
        new(sums._sums + Avx2.MultiplyAddAdjacent(left._sums.AsInt16(), right._sums.AsInt16()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256IntegerLanes AddBytes(Vector256IntegerLanes sums, ref readonly byte source) =>
        new(sums._sums + Avx2.SumAbsoluteDifferences(Vector256.LoadUnsafe(in source), Vector256<byte>.Zero).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreGrey(ref readonly byte source, ref short destination) =>
        Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(in source)).StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreLuma(ref readonly byte source, ref short destination)
    {
        // Four pixels, twelve bytes, to each 128-bit half. The second pair of loads starts four bytes early so that the
        // last one ends with the last pixel.
        var lower = Vector256.Create(Vector128.LoadUnsafe(in source), Vector128.LoadUnsafe(in source, 12));
        var upper = Vector256.Create(Vector128.LoadUnsafe(in source, 20), Vector128.LoadUnsafe(in source, 32));

        // Packing keeps to the halves: the middle quarters change places.
        var packed = Avx2.PackSignedSaturate(Luma(lower, 0), Luma(upper, 4)).AsInt64();
        Avx2.Permute4x64(packed, 0b11_01_10_00).AsInt16().StoreUnsafe(ref destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256IntegerLanes Join(Vector256IntegerLanes low, Vector256IntegerLanes high, [ConstantExpected] int bits) =>
        new(low._sums + (high._sums << bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTotals(
        Vector256IntegerLanes first, Vector256IntegerLanes second, Vector256IntegerLanes third, Vector256IntegerLanes fourth,
        ref int destination)
    {
        var halves = Avx2.HorizontalAdd(
            Avx2.HorizontalAdd(first._sums, second._sums), Avx2.HorizontalAdd(third._sums, fourth._sums));
        (Vector128.LoadUnsafe(ref destination) + halves.GetLower() + halves.GetUpper()).StoreUnsafe(ref destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Total() => Vector256.Sum(_sums);

    /// <summary>Luma of the four pixels in each half, the first of which starts at byte <paramref name="first"/>.</summary>
    /// <remarks>Green's weight does not fit 16 bits with a sign: its halves go with red and with blue.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> Luma(Vector256<byte> pixels, byte first)
    {
        const int HalfGreen = RoundedLuma.Green / 2;
        var redGreen = Avx2.Shuffle(pixels, Pairs(first)).AsInt16();
        var greenBlue = Avx2.Shuffle(pixels, Pairs((byte)(first + 1))).AsInt16();
        var sum = Avx2.MultiplyAddAdjacent(redGreen, Vector256.Create(RoundedLuma.Red | (HalfGreen << 16)).AsInt16()) +
            Avx2.MultiplyAddAdjacent(greenBlue, Vector256.Create(HalfGreen | (RoundedLuma.Blue << 16)).AsInt16());
        return (sum + Vector256.Create(RoundedLuma.Half)) >>> RoundedLuma.Shift;
    }

    /// <summary>Two bytes of every three, widened; an index of 255 gives zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<byte> Pairs(byte first)
    {
        var half = Vector128.Create(
            first, 255, (byte)(first + 1), 255, (byte)(first + 3), 255, (byte)(first + 4), 255,
            (byte)(first + 6), 255, (byte)(first + 7), 255, (byte)(first + 9), 255, (byte)(first + 10), 255);
        return Vector256.Create(half, half);
    }
}
