using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Kernels;

/// <summary>Eight codes a register, AVX-512 with byte permutes (VBMI).</summary>
/// <remarks>
/// A byte permute looks up the low six bits of each byte and ignores the rest, so the popcount of 48 bits of a word is
/// one instruction without masks. For small radii that lower bound rejects nearly everything: exclusive or, permute,
/// sum, compare. Where it would let too much through, more words or the two remaining bits of each byte are counted.
/// Survivors are counted exactly.
/// </remarks>
sealed class Vector512RunKernel<THash> : RunKernel<THash>
    where THash : struct, IHash<THash>
{
    // The largest radii at which a lower bound passes less than about one in a thousand random codes.
    const int OneWordInPartRadius = 12;
    const int TwoWordsInPartRadius = 33;
    const int FourWordsInPartRadius = 75;

    internal static bool IsSupported => Avx512Vbmi.IsSupported && (RunLayout<THash>.Words is 1 or 4);

    internal override string Name => "Vector512";

    internal override int Find(
        ref ulong run, int first, int end, THash query, int radius, Span<RunMatch> matches)
    {
        if (radius <= OneWordInPartRadius)
        {
            return Find<OneWordInPart>(ref run, first, end, query, radius, matches);
        }

        if (RunLayout<THash>.Words == 1)
        {
            return Find<OneWord>(ref run, first, end, query, radius, matches);
        }

        return radius <= TwoWordsInPartRadius ? Find<TwoWordsInPart>(ref run, first, end, query, radius, matches)
            : radius <= FourWordsInPartRadius ? Find<FourWordsInPart>(ref run, first, end, query, radius, matches)
            : Find<FourWords>(ref run, first, end, query, radius, matches);
    }

    static int Find<TDepth>(ref ulong run, int first, int end, THash query, int radius, Span<RunMatch> matches)
        where TDepth : struct, IFilterDepth
    {
        ref var words = ref Unsafe.As<THash, ulong>(ref query);
        var q0 = Vector512.Create(words);
        var q1 = TDepth.Words > 1 ? Vector512.Create(Unsafe.Add(ref words, 1)) : default;
        var q2 = TDepth.Words > 2 ? Vector512.Create(Unsafe.Add(ref words, 2)) : default;
        var q3 = TDepth.Words > 2 ? Vector512.Create(Unsafe.Add(ref words, 3)) : default;
        var bound = Vector512.Create((ulong)radius);
        var count = 0;
        var block = first;
        for (; block + (4 * RunLayout.Lanes) <= end; block += 4 * RunLayout.Lanes)
        {
            ref var lanes = ref Unsafe.Add(ref run, (nint)block * RunLayout<THash>.Words);
            var stride = RunLayout.Lanes * RunLayout<THash>.Words;
            var c0 = Counts<TDepth>(ref lanes, q0, q1, q2, q3);
            var c1 = Counts<TDepth>(ref Unsafe.Add(ref lanes, stride), q0, q1, q2, q3);
            var c2 = Counts<TDepth>(ref Unsafe.Add(ref lanes, 2 * stride), q0, q1, q2, q3);
            var c3 = Counts<TDepth>(ref Unsafe.Add(ref lanes, 3 * stride), q0, q1, q2, q3);
            var least = Vector512.Min(
                Vector512.Min(c0.AsUInt16(), c1.AsUInt16()), Vector512.Min(c2.AsUInt16(), c3.AsUInt16())).AsUInt64();
            if (!Vector512.LessThanOrEqualAny(least, bound))
            {
                continue;
            }

            var near = Near(c0, bound) | (Near(c1, bound) << 8) | (Near(c2, bound) << 16) | (Near(c3, bound) << 24);
            count = RunLayout<THash>.Confirm(ref run, block, near, query, radius, matches, count);
        }

        for (; block < end; block += RunLayout.Lanes)
        {
            ref var lanes = ref Unsafe.Add(ref run, (nint)block * RunLayout<THash>.Words);
            var near = Near(Counts<TDepth>(ref lanes, q0, q1, q2, q3), bound);
            if (end - block < RunLayout.Lanes)
            {
                near &= (1u << (end - block)) - 1;
            }

            if (near != 0)
            {
                count = RunLayout<THash>.Confirm(ref run, block, near, query, radius, matches, count);
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Near(Vector512<ulong> counts, Vector512<ulong> bound) =>
        (uint)Vector512.LessThanOrEqual(counts, bound).ExtractMostSignificantBits();

    /// <summary>The differing bits of eight codes, as far as the depth counts them; bytes cannot overflow before the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<ulong> Counts<TDepth>(
        ref ulong lanes, Vector512<ulong> q0, Vector512<ulong> q1, Vector512<ulong> q2, Vector512<ulong> q3)
        where TDepth : struct, IFilterDepth
    {
        var bytes = Ones<TDepth>(Vector512.LoadUnsafe(ref lanes) ^ q0);
        if (TDepth.Words > 1)
        {
            bytes += Ones<TDepth>(Vector512.LoadUnsafe(ref lanes, RunLayout.Lanes) ^ q1);
        }

        if (TDepth.Words > 2)
        {
            bytes += Ones<TDepth>(Vector512.LoadUnsafe(ref lanes, 2 * RunLayout.Lanes) ^ q2) +
                Ones<TDepth>(Vector512.LoadUnsafe(ref lanes, 3 * RunLayout.Lanes) ^ q3);
        }

        return Avx512BW.SumAbsoluteDifferences(bytes, Vector512<byte>.Zero).AsUInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<byte> Ones<TDepth>(Vector512<ulong> bits)
        where TDepth : struct, IFilterDepth
    {
        var ones = Avx512Vbmi.PermuteVar64x8(LowSix, bits.AsByte());
        // The shift brings a byte's two high bits down; what follows them from the next byte is ignored by the table.
        return TDepth.WholeBytes ? ones + Avx512Vbmi.PermuteVar64x8(LowTwo, (bits >>> 6).AsByte()) : ones;
    }

    static Vector512<byte> LowSix => Vector512.Create(
        (byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 1, 2, 2, 3, 2, 3, 3, 4, 2, 3, 3, 4, 3, 4, 4, 5,
        1, 2, 2, 3, 2, 3, 3, 4, 2, 3, 3, 4, 3, 4, 4, 5, 2, 3, 3, 4, 3, 4, 4, 5, 3, 4, 4, 5, 4, 5, 5, 6);

    static Vector512<byte> LowTwo => Vector512.Create(0x02010100).AsByte();
}
