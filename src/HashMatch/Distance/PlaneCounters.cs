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
        for (var word = 0; word < wordCount; word++)
        {
            for (var near = ~this[word]; near != 0; near &= near - 1)
            {
                var bit = BitOperations.TrailingZeroCount(near);
                var position = start + (64 * word) + bit;
                if (position >= count)
                {
                    return found;
                }

                var total = 0;
                for (var i = 0; i < query.CounterBits; i++)
                {
                    total |= (int)((this[((i + 1) * PlaneLayout.WordsPerPlane) + word] >> bit) & 1) << i;
                }

                hits[found++] = new CodeHit(position, total - query.Start);
            }
        }

        return found;
    }
}
