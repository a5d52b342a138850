using System.Numerics;
using System.Runtime.CompilerServices;

namespace HashMatch.Distance.Kernels;

/// <summary>64 columns a word: plain integers, which need no instruction set at all.</summary>
readonly struct ScalarLanes : ILanes<ulong>
{
    public static string Name => "scalar";

    public static bool IsSupported => true;

    public static int WordCount => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Broadcast(ulong word) => word;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ref ulong counter, ulong a, ulong b)
    {
        var half = a ^ b;
        var carry = (a & b) | (half & counter);
        counter ^= half;
        return carry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Xor(ulong a, ulong b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong And(ulong a, ulong b) => a & b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Or(ulong a, ulong b) => a | b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllOnes(ulong vector) => vector == ulong.MaxValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Load(ref readonly ulong source) => source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ulong vector, ref ulong destination) => destination = vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Near(ulong rows, ulong query, ulong limit) =>
        (ulong)BitOperations.PopCount(rows ^ query) < limit ? 1u : 0;
}
