using System.Numerics;
using System.Runtime.CompilerServices;
using HashMatch.Distance.Kernels;

namespace HashMatch.Indexes.Kernels;

/// <summary>For machines without vectors, and the oracle of the other kernels.</summary>
readonly struct ScalarSlotKernel : ISlotKernel
{
    public static string Name => ScalarLanes.Name;

    public static bool IsSupported => true;

    public static uint Within(ref readonly ushort stored, ushort value, int bound)
    {
        var within = 0u;
        for (var i = 0; i < ISlotKernel.Width; i++)
        {
            var differing = (uint)(Unsafe.Add(ref Unsafe.AsRef(in stored), i) ^ value);
            within |= (BitOperations.PopCount(differing) <= bound ? 1u : 0u) << i;
        }

        return within;
    }
}
