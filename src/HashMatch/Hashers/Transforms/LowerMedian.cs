using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HashMatch.Hashers.Transforms;

/// <summary>The 128th smallest of 256 values, without sorting them.</summary>
static class LowerMedian
{
    const int Count = 256;
    const int Rank = Count / 2;

    /// <summary>The lower median of 256 values.</summary>
    /// <remarks>
    /// Seen as integers, floats keep their order once negative ones have all bits but the sign inverted. The answer is
    /// then built from its highest bit down: a bit is set if fewer than 128 values lie below the number so far. 32 counts
    /// of 256 values without a branch on data cost less than a selection that guesses pivots.
    /// </remarks>
    internal static float Of(ReadOnlySpan<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Count);
        Span<int> keys = stackalloc int[Count];
        for (var i = 0; i < Count; i += Vector256<int>.Count)
        {
            var bits = Vector256.Create(values[i..]).AsInt32();
            (bits ^ ((bits >> 31) & Vector256.Create(int.MaxValue))).CopyTo(keys[i..]);
        }

        var answer = CountBelow(keys, 0) < Rank ? 0 : int.MinValue;
        for (var bit = 1 << 30; bit != 0; bit >>= 1)
        {
            if (CountBelow(keys, answer | bit) < Rank)
            {
                answer |= bit;
            }
        }

        return BitConverter.Int32BitsToSingle(answer ^ ((answer >> 31) & int.MaxValue));
    }

    static int CountBelow(ReadOnlySpan<int> keys, int bound)
    {
        ref var key = ref MemoryMarshal.GetReference(keys);
        var bounds = Vector256.Create(bound);
        var even = Vector256<int>.Zero;
        var odd = Vector256<int>.Zero;
        for (nuint i = 0; i < Count; i += 16)
        {
            // True is -1.
            even -= Vector256.LessThan(Vector256.LoadUnsafe(ref key, i), bounds);
            odd -= Vector256.LessThan(Vector256.LoadUnsafe(ref key, i + 8), bounds);
        }

        return Vector256.Sum(even + odd);
    }
}
