using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HashMatch.Distance.Kernels;

/// <summary>256 columns a register: AVX2.</summary>
readonly struct Vector256Lanes : ILanes<Vector256<ulong>>
{
    public static string Name => "avx2";

    public static bool IsSupported => Avx2.IsSupported;

    public static int WordCount => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Broadcast(ulong word) => Vector256.Create(word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Add(ref Vector256<ulong> counter, Vector256<ulong> a, Vector256<ulong> b)
    {
        var half = a ^ b;
        var carry = (a & b) | (half & counter);
        counter ^= half;
        return carry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Xor(Vector256<ulong> a, Vector256<ulong> b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> And(Vector256<ulong> a, Vector256<ulong> b) => a & b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Or(Vector256<ulong> a, Vector256<ulong> b) => a | b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllOnes(Vector256<ulong> vector) => Vector256.EqualsAll(vector, Vector256<ulong>.AllBitsSet);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Load(ref readonly ulong source) => Vector256.LoadUnsafe(in source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<ulong> vector, ref ulong destination) => vector.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Near(Vector256<ulong> rows, Vector256<ulong> query, Vector256<ulong> limit) =>
        (BitCounts(rows ^ query) - limit).ExtractMostSignificantBits();

    /// <summary>The number of one bits of each word: a table look-up for each half byte, then the bytes added up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<ulong> BitCounts(Vector256<ulong> words)
    {
        var counts = Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
        var table = Vector256.Create(counts, counts);
        var low = Vector256.Create((byte)0x0F);
        var bytes = Avx2.Shuffle(table, words.AsByte() & low) + Avx2.Shuffle(table, (words >>> 4).AsByte() & low);
        return Avx2.SumAbsoluteDifferences(bytes, Vector256<byte>.Zero).AsUInt64();
    }
}
