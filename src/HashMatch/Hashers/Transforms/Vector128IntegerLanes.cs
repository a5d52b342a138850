using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HashMatch.Hashers.Transforms;

/// <summary>Integer lanes in two 128-bit registers: SSE, AdvSimd, WebAssembly.</summary>
readonly struct Vector128IntegerLanes : IIntegerLanes<Vector128IntegerLanes>
{
    readonly Vector128<int> _lower;
    readonly Vector128<int> _upper;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector128IntegerLanes(Vector128<int> lower, Vector128<int> upper)
    {
        _lower = lower;
        _upper = upper;
    }

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128IntegerLanes Load(ref readonly short source) =>
        new(Vector128.LoadUnsafe(in source).AsInt32(), Vector128.LoadUnsafe(in source, 8).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128IntegerLanes AddProducts(
        Vector128IntegerLanes sums, Vector128IntegerLanes left, Vector128IntegerLanes right) =>
        new(sums._lower + Products(left._lower.AsInt16(), right._lower.AsInt16()),
            sums._upper + Products(left._upper.AsInt16(), right._upper.AsInt16()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128IntegerLanes AddBytes(Vector128IntegerLanes sums, ref readonly byte source) =>
        new(sums._lower + Bytes(Vector128.LoadUnsafe(in source)), sums._upper + Bytes(Vector128.LoadUnsafe(in source, 16)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreGrey(ref readonly byte source, ref short destination)
    {
        var (lower, upper) = Vector128.Widen(Vector128.LoadUnsafe(in source));
        lower.AsInt16().StoreUnsafe(ref destination);
        upper.AsInt16().StoreUnsafe(ref destination, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreLuma(ref readonly byte source, ref short destination)
    {
        // Four pixels are twelve bytes; the last load starts four bytes early so that it ends with the last pixel.
        var l0 = Luma(Vector128.LoadUnsafe(in source), 0);
        var l1 = Luma(Vector128.LoadUnsafe(in source, 12), 0);
        var l2 = Luma(Vector128.LoadUnsafe(in source, 24), 0);
        var l3 = Luma(Vector128.LoadUnsafe(in source, 32), 4);
        Vector128.Narrow(l0, l1).StoreUnsafe(ref destination);
        Vector128.Narrow(l2, l3).StoreUnsafe(ref destination, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128IntegerLanes Join(Vector128IntegerLanes low, Vector128IntegerLanes high, [ConstantExpected] int bits) =>
        new(low._lower + (high._lower << bits), low._upper + (high._upper << bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTotals(
        Vector128IntegerLanes first, Vector128IntegerLanes second, Vector128IntegerLanes third, Vector128IntegerLanes fourth,
        ref int destination)
    {
        var totals = Vector128.Create(first.Total(), second.Total(), third.Total(), fourth.Total());
        (Vector128.LoadUnsafe(ref destination) + totals).StoreUnsafe(ref destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Total() => Vector128.Sum(_lower + _upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<int> Products(Vector128<short> left, Vector128<short> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.MultiplyAddAdjacent(left, right);
        }

        return (Vector128.WidenLower(left) * Vector128.WidenLower(right)) + (Vector128.WidenUpper(left) * Vector128.WidenUpper(right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<int> Bytes(Vector128<byte> bytes)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.SumAbsoluteDifferences(bytes, Vector128<byte>.Zero).AsInt32();
        }

        var pairs = Vector128.WidenLower(bytes) + Vector128.WidenUpper(bytes);
        return (Vector128.WidenLower(pairs) + Vector128.WidenUpper(pairs)).AsInt32();
    }

    /// <summary>Luma of four pixels, the first of which starts at byte <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<int> Luma(Vector128<byte> pixels, byte first)
    {
        var red = ByteSpread.EveryThird(pixels, first);
        var green = ByteSpread.EveryThird(pixels, (byte)(first + 1));
        var blue = ByteSpread.EveryThird(pixels, (byte)(first + 2));
        var sum = (red * RoundedLuma.Red) + (green * RoundedLuma.Green) + (blue * RoundedLuma.Blue);
        return (sum + Vector128.Create(RoundedLuma.Half)) >>> RoundedLuma.Shift;
    }
}
