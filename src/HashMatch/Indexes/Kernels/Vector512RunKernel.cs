using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using HashMatch.Distance.Kernels;
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

    const int Group = 4 * RunLayout.Lanes;

    internal static bool IsSupported => Avx512Vbmi.IsSupported && (RunLayout<THash>.Words is 1 or 4);

    internal override string Name => Vector512Lanes.Name;

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int Find<TDepth>(ref ulong run, int first, int end, THash query, int radius, Span<RunMatch> matches)
        where TDepth : struct, IFilterDepth
    {
        ref var words = ref Unsafe.As<THash, ulong>(ref query);
        var q0 = Vector512.Create(words);
        var q1 = TDepth.Words > 1 ? Vector512.Create(Unsafe.Add(ref words, 1)) : default;
        var q2 = TDepth.Words > 2 ? Vector512.Create(Unsafe.Add(ref words, 2)) : default;
        var q3 = TDepth.Words > 2 ? Vector512.Create(Unsafe.Add(ref words, 3)) : default;
        var six = OnesOfLowSix();
        var two = OnesOfLowTwo();
        var bound = Vector512.Create((ulong)radius);
        var count = 0;
        var block = first;
        for (; block + Group <= end; block += Group)
        {
            ref var lanes = ref Unsafe.Add(ref run, (nint)block * RunLayout<THash>.Words);
            var near = NearOfGroup<TDepth>(ref lanes, q0, q1, q2, q3, six, two, bound);
            if (near != 0)
            {
                count = RunLayout<THash>.Confirm(ref run, block, near, query, radius, matches, count);
            }
        }

        // What is left is tested as one more group that ends with the run, and overlaps what was tested already.
        var last = ((end + RunLayout.Lanes - 1) & -RunLayout.Lanes) - Group;
        if (last >= first)
        {
            if (block < end)
            {
                ref var lanes = ref Unsafe.Add(ref run, (nint)last * RunLayout<THash>.Words);
                var near = NearOfGroup<TDepth>(ref lanes, q0, q1, q2, q3, six, two, bound);
                near = near >> (block - last) << (block - last) & (uint.MaxValue >> (last + Group - end));
                if (near != 0)
                {
                    count = RunLayout<THash>.Confirm(ref run, last, near, query, radius, matches, count);
                }
            }

            return count;
        }

        for (; block < end; block += RunLayout.Lanes)
        {
            ref var lanes = ref Unsafe.Add(ref run, (nint)block * RunLayout<THash>.Words);
            var near = Near(Counts<TDepth>(ref lanes, q0, q1, q2, q3, six, two), bound);
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

    /// <summary>One bit for each of four blocks' codes that the depth does not reject; nearly always none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint NearOfGroup<TDepth>(
        ref ulong lanes, Vector512<ulong> q0, Vector512<ulong> q1, Vector512<ulong> q2, Vector512<ulong> q3,
        Vector512<byte> six, Vector512<byte> two, Vector512<ulong> bound)
        where TDepth : struct, IFilterDepth
    {
        var stride = RunLayout.Lanes * RunLayout<THash>.Words;
        var c0 = Counts<TDepth>(ref lanes, q0, q1, q2, q3, six, two);
        var c1 = Counts<TDepth>(ref Unsafe.Add(ref lanes, stride), q0, q1, q2, q3, six, two);
        var c2 = Counts<TDepth>(ref Unsafe.Add(ref lanes, 2 * stride), q0, q1, q2, q3, six, two);
        var c3 = Counts<TDepth>(ref Unsafe.Add(ref lanes, 3 * stride), q0, q1, q2, q3, six, two);
        var least = Vector512.Min(
            Vector512.Min(c0.AsUInt16(), c1.AsUInt16()), Vector512.Min(c2.AsUInt16(), c3.AsUInt16())).AsUInt64();
        return Vector512.LessThanOrEqualAny(least, bound)
            ? Near(c0, bound) | (Near(c1, bound) << 8) | (Near(c2, bound) << 16) | (Near(c3, bound) << 24)
            : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Near(Vector512<ulong> counts, Vector512<ulong> bound) =>
        (uint)Vector512.LessThanOrEqual(counts, bound).ExtractMostSignificantBits();

    /// <summary>The differing bits of eight codes, as far as the depth counts them; bytes cannot overflow before the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<ulong> Counts<TDepth>(
        ref ulong lanes, Vector512<ulong> q0, Vector512<ulong> q1, Vector512<ulong> q2, Vector512<ulong> q3,
        Vector512<byte> six, Vector512<byte> two)
        where TDepth : struct, IFilterDepth
    {
        var bytes = Ones<TDepth>(Vector512.LoadUnsafe(ref lanes) ^ q0, six, two);
        if (TDepth.Words > 1)
        {
            bytes += Ones<TDepth>(Vector512.LoadUnsafe(ref lanes, RunLayout.Lanes) ^ q1, six, two);
        }

        if (TDepth.Words > 2)
        {
            bytes += Ones<TDepth>(Vector512.LoadUnsafe(ref lanes, 2 * RunLayout.Lanes) ^ q2, six, two) +
                Ones<TDepth>(Vector512.LoadUnsafe(ref lanes, 3 * RunLayout.Lanes) ^ q3, six, two);
        }

        return Avx512BW.SumAbsoluteDifferences(bytes, Vector512<byte>.Zero).AsUInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<byte> Ones<TDepth>(Vector512<ulong> bits, Vector512<byte> six, Vector512<byte> two)
        where TDepth : struct, IFilterDepth
    {
        var ones = Avx512Vbmi.PermuteVar64x8(six, bits.AsByte());
        // The shift brings a byte's two high bits down; what follows them from the next byte is ignored by the table.
        return TDepth.WholeBytes ? ones + Avx512Vbmi.PermuteVar64x8(two, (bits >>> 6).AsByte()) : ones;
    }

    // Tables are made once a call and passed on: as properties they were called once a register.
    static Vector512<byte> OnesOfLowSix() => Vector512.Create(
        (byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 1, 2, 2, 3, 2, 3, 3, 4, 2, 3, 3, 4, 3, 4, 4, 5,
        1, 2, 2, 3, 2, 3, 3, 4, 2, 3, 3, 4, 3, 4, 4, 5, 2, 3, 3, 4, 3, 4, 4, 5, 3, 4, 4, 5, 4, 5, 5, 6);

    static Vector512<byte> OnesOfLowTwo() => Vector512.Create(0x02010100).AsByte();
}
