using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using HashMatch.Distance.Kernels;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Kernels;

/// <summary>Two codes a register, SSSE3 or AdvSimd: popcounts by nibble shuffles, of as many words as the radius needs.</summary>
sealed class Vector128RunKernel<THash> : RunKernel<THash>
    where THash : struct, IHash<THash>
{
    const int Width = 2;

    internal static bool IsSupported => (Ssse3.IsSupported || AdvSimd.IsSupported) && (RunLayout<THash>.Words is 1 or 4);

    internal override string Name => Vector128Lanes.Name;

    internal override int Find(
        ref ulong run, int first, int end, THash query, int radius, Span<RunMatch> matches) =>
        RunLayout<THash>.Words == 1 || radius <= RunLayout.OneWordRadius ? Find<OneWord>(ref run, first, end, query, radius, matches)
        : radius <= RunLayout.TwoWordsRadius ? Find<TwoWords>(ref run, first, end, query, radius, matches)
        : Find<FourWords>(ref run, first, end, query, radius, matches);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int Find<TDepth>(ref ulong run, int first, int end, THash query, int radius, Span<RunMatch> matches)
        where TDepth : struct, IFilterDepth
    {
        ref var words = ref Unsafe.As<THash, ulong>(ref query);
        var q0 = Vector128.Create(words);
        var q1 = TDepth.Words > 1 ? Vector128.Create(Unsafe.Add(ref words, 1)) : default;
        var q2 = TDepth.Words > 2 ? Vector128.Create(Unsafe.Add(ref words, 2)) : default;
        var q3 = TDepth.Words > 2 ? Vector128.Create(Unsafe.Add(ref words, 3)) : default;
        var beyond = Vector128.Create((long)radius + 1);
        var count = 0;
        for (var block = first; block < end; block += RunLayout.Lanes)
        {
            ref var lanes = ref Unsafe.Add(ref run, (nint)block * RunLayout<THash>.Words);
            var a = Vector128.LessThan(Counts<TDepth>(ref lanes, q0, q1, q2, q3), beyond);
            var b = Vector128.LessThan(Counts<TDepth>(ref Unsafe.Add(ref lanes, Width), q0, q1, q2, q3), beyond);
            var c = Vector128.LessThan(Counts<TDepth>(ref Unsafe.Add(ref lanes, 2 * Width), q0, q1, q2, q3), beyond);
            var d = Vector128.LessThan(Counts<TDepth>(ref Unsafe.Add(ref lanes, 3 * Width), q0, q1, q2, q3), beyond);
            if ((a | b | c | d) == Vector128<long>.Zero)
            {
                continue;
            }

            var near = a.ExtractMostSignificantBits() | (b.ExtractMostSignificantBits() << Width) |
                (c.ExtractMostSignificantBits() << (2 * Width)) | (d.ExtractMostSignificantBits() << (3 * Width));
            if (end - block < RunLayout.Lanes)
            {
                near &= (1u << (end - block)) - 1;
            }

            count = RunLayout<THash>.Confirm(ref run, block, near, query, radius, matches, count);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<long> Counts<TDepth>(
        ref ulong lanes, Vector128<ulong> q0, Vector128<ulong> q1, Vector128<ulong> q2, Vector128<ulong> q3)
        where TDepth : struct, IFilterDepth
    {
        var bytes = Ones(Vector128.LoadUnsafe(ref lanes) ^ q0);
        if (TDepth.Words > 1)
        {
            bytes += Ones(Vector128.LoadUnsafe(ref lanes, RunLayout.Lanes) ^ q1);
        }

        if (TDepth.Words > 2)
        {
            bytes += Ones(Vector128.LoadUnsafe(ref lanes, 2 * RunLayout.Lanes) ^ q2) +
                Ones(Vector128.LoadUnsafe(ref lanes, 3 * RunLayout.Lanes) ^ q3);
        }

        return Sums(bytes);
    }

    /// <summary>The sum of the eight bytes of each half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<long> Sums(Vector128<byte> bytes)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.SumAbsoluteDifferences(bytes, Vector128<byte>.Zero).AsInt64();
        }

        return AdvSimd.AddPairwiseWidening(AdvSimd.AddPairwiseWidening(AdvSimd.AddPairwiseWidening(bytes))).AsInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<byte> Ones(Vector128<ulong> bits)
    {
        if (AdvSimd.IsSupported)
        {
            return AdvSimd.PopCount(bits.AsByte());
        }

        var nibble = Vector128.Create((byte)0x0F);
        var ofNibble = Vector128.Create(0x0302020102010100UL, 0x0403030203020201UL).AsByte();
        return Ssse3.Shuffle(ofNibble, bits.AsByte() & nibble) + Ssse3.Shuffle(ofNibble, (bits >>> 4).AsByte() & nibble);
    }
}
