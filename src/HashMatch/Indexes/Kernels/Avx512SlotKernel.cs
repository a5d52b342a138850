using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using HashMatch.Distance.Kernels;

namespace HashMatch.Indexes.Kernels;

/// <summary>One register of thirty-two values; the comparison yields the bits as they are wanted.</summary>
readonly struct Avx512SlotKernel : ISlotKernel
{
    public static string Name => Vector512Lanes.Name;

    public static bool IsSupported => Avx512BW.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Within(ref readonly ushort stored, ushort value, int bound)
    {
        var differing = Vector512.LoadUnsafe(in stored) ^ Vector512.Create(value);
        for (; bound > 0; bound--)
        {
            differing &= differing - Vector512<ushort>.One;
        }

        return (uint)Vector512.Equals(differing, Vector512<ushort>.Zero).ExtractMostSignificantBits();
    }
}
