using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace HashMatch.Hashers.Transforms;

/// <summary>One channel of four pixels of three bytes, as four 32-bit numbers.</summary>
static class ByteSpread
{
    /// <summary>The bytes <paramref name="first"/>, and three, six and nine after it.</summary>
    /// <remarks>
    /// The instructions are named, since <see cref="Vector128.Shuffle(Vector128{byte}, Vector128{byte})"/> is a call into
    /// a loop over bytes where a program is compiled ahead of time, which made a hash nine times slower.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> EveryThird(Vector128<byte> pixels, byte first)
    {
        // An index of 255 selects nothing and gives zero: the upper bytes of each number.
        var indices = Vector128.Create(
            first, 255, 255, 255, (byte)(first + 3), 255, 255, 255,
            (byte)(first + 6), 255, 255, 255, (byte)(first + 9), 255, 255, 255);
        if (Ssse3.IsSupported)
        {
            return Ssse3.Shuffle(pixels, indices).AsInt32();
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.VectorTableLookup(pixels, indices).AsInt32();
        }

        return Vector128.Shuffle(pixels, indices).AsInt32();
    }
}
