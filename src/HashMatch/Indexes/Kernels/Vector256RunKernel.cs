using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using HashMatch.Distance.Kernels;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Kernels;

/// <summary>Four codes a register, AVX2: popcounts by nibble shuffles, of as many words as the radius needs.</summary>
sealed class Vector256RunKernel<THash> : RunKernel<THash>
    where THash : struct, IHash<THash>
{
    const int Half = RunLayout.Lanes / 2;

    internal static bool IsSupported => Avx2.IsSupported && (RunLayout<THash>.Words is 1 or 4);

    internal override string Name => Vector256Lanes.Name;

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
        var q0 = Vector256.Create(words);
        var q1 = TDepth.Words > 1 ? Vector256.Create(Unsafe.Add(ref words, 1)) : default;
        var q2 = TDepth.Words > 2 ? Vector256.Create(Unsafe.Add(ref words, 2)) : default;
        var q3 = TDepth.Words > 2 ? Vector256.Create(Unsafe.Add(ref words, 3)) : default;
        // Sums stay below 2^31, where AVX2's signed comparison serves.
        var beyond = Vector256.Create((long)radius + 1);
        var count = 0;
        for (var block = first; block < end; block += RunLayout.Lanes)
        {
            ref var lanes = ref Unsafe.Add(ref run, (nint)block * RunLayout<THash>.Words);
            var low = Vector256.LessThan(Counts<TDepth>(ref lanes, q0, q1, q2, q3), beyond);
            var high = Vector256.LessThan(Counts<TDepth>(ref Unsafe.Add(ref lanes, Half), q0, q1, q2, q3), beyond);
            if ((low | high) == Vector256<long>.Zero)
            {
                continue;
            }

            var near = low.ExtractMostSignificantBits() | (high.ExtractMostSignificantBits() << Half);
            if (end - block < RunLayout.Lanes)
            {
                near &= (1u << (end - block)) - 1;
            }

            count = RunLayout<THash>.Confirm(ref run, block, near, query, radius, matches, count);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<long> Counts<TDepth>(
        ref ulong lanes, Vector256<ulong> q0, Vector256<ulong> q1, Vector256<ulong> q2, Vector256<ulong> q3)
        where TDepth : struct, IFilterDepth
    {
        var bytes = Ones(Vector256.LoadUnsafe(ref lanes) ^ q0);
        if (TDepth.Words > 1)
        {
            bytes += Ones(Vector256.LoadUnsafe(ref lanes, RunLayout.Lanes) ^ q1);
        }

        if (TDepth.Words > 2)
        {
            bytes += Ones(Vector256.LoadUnsafe(ref lanes, 2 * RunLayout.Lanes) ^ q2) +
                Ones(Vector256.LoadUnsafe(ref lanes, 3 * RunLayout.Lanes) ^ q3);
        }

        return Avx2.SumAbsoluteDifferences(bytes, Vector256<byte>.Zero).AsInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<byte> Ones(Vector256<ulong> bits)
    {
        var nibble = Vector256.Create((byte)0x0F);
        var ofNibble = Vector256.Create(0x0302020102010100UL, 0x0403030203020201UL, 0x0302020102010100UL, 0x0403030203020201UL).AsByte();
        return Avx2.Shuffle(ofNibble, bits.AsByte() & nibble) + Avx2.Shuffle(ofNibble, (bits >>> 4).AsByte() & nibble);
    }
}
