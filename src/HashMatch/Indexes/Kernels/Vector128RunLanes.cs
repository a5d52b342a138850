using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using HashMatch.Distance.Kernels;

namespace HashMatch.Indexes.Kernels;

/// <summary>Two codes: popcounts by nibble shuffles with SSSE3, by an instruction of its own with AdvSimd.</summary>
readonly struct Vector128RunLanes(Vector128<ulong> words) : IRunLanes<Vector128RunLanes>
{
    readonly Vector128<ulong> _words = words;

    public static string Name => Vector128Lanes.Name;

    public static bool IsSupported => Ssse3.IsSupported || AdvSimd.IsSupported;

    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128RunLanes Broadcast(ulong word) => new(Vector128.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128RunLanes DifferingOfBytes(ref readonly ulong words, Vector128RunLanes query)
    {
        var bits = (Vector128.LoadUnsafe(in words) ^ query._words).AsByte();
        if (AdvSimd.IsSupported)
        {
            return new(AdvSimd.PopCount(bits).AsUInt64());
        }

        var nibble = Vector128.Create((byte)0x0F);
        var ofNibble = Vector128.Create(0x0302020102010100UL, 0x0403030203020201UL).AsByte();
        var ones = Ssse3.Shuffle(ofNibble, bits & nibble) + Ssse3.Shuffle(ofNibble, (bits.AsUInt64() >>> 4).AsByte() & nibble);
        return new(ones.AsUInt64());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128RunLanes AddBytes(Vector128RunLanes left, Vector128RunLanes right) =>
        new((left._words.AsByte() + right._words.AsByte()).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128RunLanes SumsBelow(Vector128RunLanes counts, Vector128RunLanes bound) =>
        new(Vector128.LessThan(Sums(counts._words.AsByte()), bound._words.AsInt64()).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mask(Vector128RunLanes codes) => codes._words.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128RunLanes operator |(Vector128RunLanes left, Vector128RunLanes right) => new(left._words | right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsZero(Vector128RunLanes codes) => codes._words == Vector128<ulong>.Zero;

    /// <summary>The sum of the eight bytes of each half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<long> Sums(Vector128<byte> bytes) => Sse2.IsSupported
        ? Sse2.SumAbsoluteDifferences(bytes, Vector128<byte>.Zero).AsInt64()
        : AdvSimd.AddPairwiseWidening(AdvSimd.AddPairwiseWidening(AdvSimd.AddPairwiseWidening(bytes))).AsInt64();
}
