using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using HashMatch.Distance.Kernels;

namespace HashMatch.Indexes.Kernels;

/// <summary>Four registers of eight values: SSE2, AdvSimd and whatever else has 128 bits.</summary>
readonly struct Vector128SlotKernel : ISlotKernel
{
    public static string Name => Vector128Lanes.Name;

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Within(ref readonly ushort stored, ushort value, int bound)
    {
        var query = Vector128.Create(value);
        var a = Vector128.LoadUnsafe(in stored) ^ query;
        var b = Vector128.LoadUnsafe(in stored, 8) ^ query;
        var c = Vector128.LoadUnsafe(in stored, 16) ^ query;
        var d = Vector128.LoadUnsafe(in stored, 24) ^ query;
        for (; bound > 0; bound--)
        {
            a &= a - Vector128<ushort>.One;
            b &= b - Vector128<ushort>.One;
            c &= c - Vector128<ushort>.One;
            d &= d - Vector128<ushort>.One;
        }

        return Zeros(a, b) | (Zeros(c, d) << 16);
    }

    static uint Zeros(Vector128<ushort> low, Vector128<ushort> high) => Vector128.Narrow(
        Vector128.Equals(low, Vector128<ushort>.Zero), Vector128.Equals(high, Vector128<ushort>.Zero)).ExtractMostSignificantBits();
}
