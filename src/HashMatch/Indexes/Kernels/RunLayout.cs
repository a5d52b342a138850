using System.Numerics;
using System.Runtime.CompilerServices;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Kernels;

/// <summary>How codes lie in a run, whatever their width.</summary>
static class RunLayout
{
    /// <summary>Codes in a block.</summary>
    internal const int Lanes = 8;

    /// <summary>The largest radius at which one word passes less than about one in a thousand random codes.</summary>
    internal const int OneWordRadius = 19;

    /// <summary>The same for two words.</summary>
    internal const int TwoWordsRadius = 46;
}

/// <summary>
/// Codes in blocks of eight, word by word: the first words of all eight, then their second words. A block's word fills
/// one cache line and one 512-bit register, so sums of a code never cross lanes, and what the first words reject never
/// costs the bandwidth of the others. 64-bit codes simply follow one another.
/// </summary>
static class RunLayout<THash>
    where THash : struct, IHash<THash>
{
    /// <summary>64-bit words a code.</summary>
    internal static int Words => Unsafe.SizeOf<THash>() / sizeof(ulong);

    /// <summary>Where the first word of the code at <paramref name="position"/> lies; each further one is eight on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nint Offset(nint position) =>
        ((position & ~(nint)(RunLayout.Lanes - 1)) * Words) + (position & (RunLayout.Lanes - 1));

    /// <summary>The code at <paramref name="position"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static THash Read(ref ulong run, nint position)
    {
        Unsafe.SkipInit(out THash code);
        ref var words = ref Unsafe.As<THash, ulong>(ref code);
        ref var lane = ref Unsafe.Add(ref run, Offset(position));
        for (var word = 0; word < Words; word++)
        {
            Unsafe.Add(ref words, word) = Unsafe.Add(ref lane, word * RunLayout.Lanes);
        }

        return code;
    }

    /// <summary>Puts a code at <paramref name="position"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Write(ref ulong run, nint position, THash code)
    {
        ref var words = ref Unsafe.As<THash, ulong>(ref code);
        ref var lane = ref Unsafe.Add(ref run, Offset(position));
        for (var word = 0; word < Words; word++)
        {
            Unsafe.Add(ref lane, word * RunLayout.Lanes) = Unsafe.Add(ref words, word);
        }
    }

    /// <summary>Reports, in order, those of a block's codes that <paramref name="candidates"/> names and that are near.</summary>
    /// <param name="run">The first word of the run.</param>
    /// <param name="block">The position of the block's first code.</param>
    /// <param name="candidates">One bit a code.</param>
    /// <param name="query">The hash asked for.</param>
    /// <param name="radius">The inclusive bound.</param>
    /// <param name="matches">Where to report, from <paramref name="count"/> on.</param>
    /// <param name="count">Matches already reported.</param>
    /// <returns>Matches reported now.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)] // Rare, and inlined it costs the loop around it its registers.
    internal static int Confirm(
        ref ulong run, int block, uint candidates, THash query, int radius, Span<RunMatch> matches, int count)
    {
        for (; candidates != 0; candidates &= candidates - 1)
        {
            var position = block + BitOperations.TrailingZeroCount(candidates);
            var distance = query.DistanceTo(Read(ref run, position));
            if (distance <= radius)
            {
                matches[count++] = new RunMatch(position, distance);
            }
        }

        return count;
    }
}
