using System.Runtime.CompilerServices;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Kernels;

/// <summary>A block's codes in two or four registers: popcounts of as many words as the radius needs.</summary>
sealed class LaneRunKernel<THash, TLanes> : RunKernel<THash>
    where THash : struct, IHash<THash>
    where TLanes : struct, IRunLanes<TLanes>
{
    internal static bool IsSupported => TLanes.IsSupported && (RunLayout<THash>.Words is 1 or 4);

    internal override string Name => TLanes.Name;

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
        var q0 = TLanes.Broadcast(words);
        var q1 = TDepth.Words > 1 ? TLanes.Broadcast(Unsafe.Add(ref words, 1)) : default;
        var q2 = TDepth.Words > 2 ? TLanes.Broadcast(Unsafe.Add(ref words, 2)) : default;
        var q3 = TDepth.Words > 2 ? TLanes.Broadcast(Unsafe.Add(ref words, 3)) : default;
        var beyond = TLanes.Broadcast((ulong)radius + 1);
        var count = 0;
        for (var block = first; block < end; block += RunLayout.Lanes)
        {
            ref var lanes = ref Unsafe.Add(ref run, (nint)block * RunLayout<THash>.Words);
            var a = TLanes.SumsBelow(Counts<TDepth>(ref lanes, q0, q1, q2, q3), beyond);
            var b = TLanes.SumsBelow(Counts<TDepth>(ref Unsafe.Add(ref lanes, TLanes.Count), q0, q1, q2, q3), beyond);
            TLanes c = default, d = default;
            if (TLanes.Count == 2)
            {
                c = TLanes.SumsBelow(Counts<TDepth>(ref Unsafe.Add(ref lanes, 4), q0, q1, q2, q3), beyond);
                d = TLanes.SumsBelow(Counts<TDepth>(ref Unsafe.Add(ref lanes, 6), q0, q1, q2, q3), beyond);
            }

            if (TLanes.IsZero(TLanes.Count == 2 ? a | b | c | d : a | b))
            {
                continue;
            }

            var near = TLanes.Mask(a) | (TLanes.Mask(b) << TLanes.Count);
            if (TLanes.Count == 2)
            {
                near |= (TLanes.Mask(c) << 4) | (TLanes.Mask(d) << 6);
            }

            if (end - block < RunLayout.Lanes)
            {
                near &= (1u << (end - block)) - 1;
            }

            count = RunLayout<THash>.Confirm(ref run, block, near, query, radius, matches, count);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLanes Counts<TDepth>(ref ulong lanes, TLanes q0, TLanes q1, TLanes q2, TLanes q3)
        where TDepth : struct, IFilterDepth
    {
        var bytes = TLanes.DifferingOfBytes(in lanes, q0);
        if (TDepth.Words > 1)
        {
            bytes = TLanes.AddBytes(bytes, TLanes.DifferingOfBytes(in Unsafe.Add(ref lanes, RunLayout.Lanes), q1));
        }

        if (TDepth.Words > 2)
        {
            bytes = TLanes.AddBytes(bytes, TLanes.AddBytes(
                TLanes.DifferingOfBytes(in Unsafe.Add(ref lanes, 2 * RunLayout.Lanes), q2),
                TLanes.DifferingOfBytes(in Unsafe.Add(ref lanes, 3 * RunLayout.Lanes), q3)));
        }

        return bytes;
    }
}
