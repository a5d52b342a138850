using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using HashMatch.Distance.Kernels;

namespace HashMatch.Indexes.Kernels;

/// <summary>Four codes, AVX2: popcounts by nibble shuffles.</summary>
readonly struct Vector256RunLanes(Vector256<ulong> words) : IRunLanes<Vector256RunLanes>
{
    readonly Vector256<ulong> _words = words;

    public static string Name => Vector256Lanes.Name;

    public static bool IsSupported => Avx2.IsSupported;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256RunLanes Broadcast(ulong word) => new(Vector256.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256RunLanes DifferingOfBytes(ref readonly ulong words, Vector256RunLanes query)
    {
        var bits = (Vector256.LoadUnsafe(in words) ^ query._words).AsByte();
        var nibble = Vector256.Create((byte)0x0F);
        var ofNibble = Vector256.Create(0x0302020102010100UL, 0x0403030203020201UL, 0x0302020102010100UL, 0x0403030203020201UL).AsByte();
        var ones = Avx2.Shuffle(ofNibble, bits & nibble) + Avx2.Shuffle(ofNibble, (bits.AsUInt64() >>> 4).AsByte() & nibble);
        return new(ones.AsUInt64());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256RunLanes AddBytes(Vector256RunLanes left, Vector256RunLanes right) =>
        new((left._words.AsByte() + right._words.AsByte()).AsUInt64());

    // Sums stay below 2^31, where AVX2's signed comparison serves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256RunLanes SumsBelow(Vector256RunLanes counts, Vector256RunLanes bound) => new(Vector256.LessThan(
        Avx2.SumAbsoluteDifferences(counts._words.AsByte(), Vector256<byte>.Zero).AsInt64(), bound._words.AsInt64()).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mask(Vector256RunLanes codes) => codes._words.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256RunLanes operator |(Vector256RunLanes left, Vector256RunLanes right) => new(left._words | right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsZero(Vector256RunLanes codes) => codes._words == Vector256<ulong>.Zero;
}
