using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace HashMatch.Distance.Kernels;

/// <summary>128 columns a register: SSE2 and AdvSimd, through the portable vectors.</summary>
readonly struct Vector128Lanes : ILanes<Vector128<ulong>>
{
    public static string Name => "vector128";

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static int WordCount => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Broadcast(ulong word) => Vector128.Create(word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Add(ref Vector128<ulong> counter, Vector128<ulong> a, Vector128<ulong> b)
    {
        var half = a ^ b;
        var carry = (a & b) | (half & counter);
        counter ^= half;
        return carry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Xor(Vector128<ulong> a, Vector128<ulong> b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> And(Vector128<ulong> a, Vector128<ulong> b) => a & b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Or(Vector128<ulong> a, Vector128<ulong> b) => a | b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllOnes(Vector128<ulong> vector) => Vector128.EqualsAll(vector, Vector128<ulong>.AllBitsSet);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Load(ref readonly ulong source) => Vector128.LoadUnsafe(in source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<ulong> vector, ref ulong destination) => vector.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Near(Vector128<ulong> rows, Vector128<ulong> query, Vector128<ulong> limit) =>
        (BitCounts(rows ^ query) - limit).ExtractMostSignificantBits();

    /// <summary>The number of one bits of each word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<ulong> BitCounts(Vector128<ulong> words)
    {
        if (AdvSimd.IsSupported)
        {
            var bytes = AdvSimd.PopCount(words.AsByte());
            return AdvSimd.AddPairwiseWidening(AdvSimd.AddPairwiseWidening(AdvSimd.AddPairwiseWidening(bytes)));
        }

        // Sums of pairs, of fours, of bytes, then of the whole word: SSE2 has neither a table look-up nor a bit count.
        words -= (words >>> 1) & Vector128.Create(0x5555555555555555UL);
        var fours = Vector128.Create(0x3333333333333333UL);
        words = (words & fours) + ((words >>> 2) & fours);
        words = (words + (words >>> 4)) & Vector128.Create(0x0F0F0F0F0F0F0F0FUL);
        if (Sse2.IsSupported)
        {
            return Sse2.SumAbsoluteDifferences(words.AsByte(), Vector128<byte>.Zero).AsUInt64();
        }

        words += words >>> 8;
        words += words >>> 16;
        return (words + (words >>> 32)) & Vector128.Create(0x7FUL);
    }
}
