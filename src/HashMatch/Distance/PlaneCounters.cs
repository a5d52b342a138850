using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace HashMatch.Distance;

/// <summary>What a plane kernel counted in a register's columns: the overflow plane, then the counter's from the lowest.</summary>
[InlineArray((PlaneQuery.MaxCounterBits + 1) * PlaneLayout.WordsPerPlane)]
struct PlaneCounters
{
    ulong _first;

    /// <summary>The first word; a plane every <see cref="PlaneLayout.WordsPerPlane"/> words.</summary>
    [UnscopedRef]
    public ref ulong First => ref _first;

    /// <summary>Reads the distance of each column that did not overflow.</summary>
    /// <param name="wordCount">Words in the register.</param>
    /// <param name="query">What was counted.</param>
    /// <param name="start">The position of the first column.</param>
    /// <param name="count">The end of positions to report.</param>
    /// <param name="hits">Takes the hits.</param>
    /// <returns>The number of hits.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly int Collect(int wordCount, ref readonly PlaneQuery query, int start, int count, Span<CodeHit> hits)
    {
        var found = 0;
        for (var word = 0; word < wordCount && start < count; word++, start += 64)
        {
            var near = ~this[word];
            if (count - start < 64)
            {
                near &= (1UL << (count - start)) - 1;
            }

            while (near != 0)
            {
                // Eight columns at a time: where one hit is, others of the same eight cost little more.
                var group = BitOperations.TrailingZeroCount(near) & ~7;
                var totals = Totals(word, group);
                var top = (byte)(this[(PlaneQuery.MaxCounterBits * PlaneLayout.WordsPerPlane) + word] >> group);
                for (var bits = (byte)(near >> group); bits != 0; bits &= (byte)(bits - 1))
                {
                    var column = BitOperations.TrailingZeroCount(bits);
                    var total = (int)(byte)(totals >> (8 * column)) | (((top >> column) & 1) << 8);
                    hits[found++] = new CodeHit(start + group + column, total - query.Start);
                }

                near &= ~(0xFFUL << group);
            }
        }

        return found;
    }

    /// <summary>The lower eight bits of the counters of eight columns, a byte each.</summary>
    readonly ulong Totals(int word, int group)
    {
        var square = 0UL;
        for (var bit = 0; bit < 8; bit++)
        {
            square |= (ulong)(byte)(this[((bit + 1) * PlaneLayout.WordsPerPlane) + word] >> group) << (8 * bit);
        }

        // A square of 8 by 8 bits turned about its diagonal: single bits change places, then squares of two, then of four.
        var change = (square ^ (square >> 7)) & 0x00AA00AA00AA00AAUL;
        square ^= change ^ (change << 7);
        change = (square ^ (square >> 14)) & 0x0000CCCC0000CCCCUL;
        square ^= change ^ (change << 14);
        change = (square ^ (square >> 28)) & 0x00000000F0F0F0F0UL;
        return square ^ change ^ (change << 28);
    }
}
