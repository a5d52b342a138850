using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using HashMatch.Distance.Kernels;

namespace HashMatch.Indexes.Kernels;

/// <summary>Two registers of sixteen values.</summary>
readonly struct Avx2SlotKernel : ISlotKernel
{
    public static string Name => Vector256Lanes.Name;

    public static bool IsSupported => Avx2.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Within(ref readonly ushort stored, ushort value, int bound)
    {
        var query = Vector256.Create(value);
        var low = Vector256.LoadUnsafe(in stored) ^ query;
        var high = Vector256.LoadUnsafe(in stored, 16) ^ query;
        for (; bound > 0; bound--)
        {
            low &= low - Vector256<ushort>.One;
            high &= high - Vector256<ushort>.One;
        }

        // Packing works within halves of 128 bits and leaves the quarters in the order 0, 2, 1, 3.
        var zeros = Avx2.PackSignedSaturate(
            Vector256.Equals(low, Vector256<ushort>.Zero).AsInt16(), Vector256.Equals(high, Vector256<ushort>.Zero).AsInt16());
        return Avx2.Permute4x64(zeros.AsUInt64(), 0b_11_01_10_00).AsByte().ExtractMostSignificantBits();
    }
}
