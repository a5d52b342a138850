using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HashMatch.Hashers.Transforms;

/// <summary>PDQ's measure of how much there is to see in the reduced picture: the sum of its steps from pixel to pixel.</summary>
static class PdqQuality
{
    const int Side = BoxAxis.SampleCount;

    /// <summary>The sum of steps that counts as one point of quality.</summary>
    const int StepsPerPoint = 90;

    const int Best = 100;

    /// <summary>0..100.</summary>
    internal static int Of(ReadOnlySpan<float> block)
    {
        var sums = Vector256<int>.Zero;
        for (var row = 0; row < Side; row++)
        {
            var line = block.Slice(row * Side, Side);
            if (row < Side - 1)
            {
                var below = block.Slice((row + 1) * Side, Side);
                for (var i = 0; i < Side; i += Vector256<float>.Count)
                {
                    sums += Steps(line[i..], below[i..]);
                }
            }

            // The last eight columns have seven right neighbours; the lane without one is compared with itself.
            for (var i = 0; i < Side - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                sums += Steps(line[i..], line[(i + 1)..]);
            }

            var last = Vector256.Create(line[^Vector256<float>.Count..]);
            sums += Steps(last, Vector256.Shuffle(last, Vector256.Create(1, 2, 3, 4, 5, 6, 7, 7)));
        }

        return Math.Min(Best, Vector256.Sum(sums) / StepsPerPoint);
    }

    static Vector256<int> Steps(ReadOnlySpan<float> from, ReadOnlySpan<float> to) => Steps(
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(from[..Vector256<float>.Count])),
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(to[..Vector256<float>.Count])));

    /// <summary>Steps in percent of the range of luma, each cut to an integer before its sign goes.</summary>
    static Vector256<int> Steps(Vector256<float> from, Vector256<float> to) =>
        Vector256.Abs(Vector256.ConvertToInt32Native((from - to) * 100f / Vector256.Create(255f)));
}
