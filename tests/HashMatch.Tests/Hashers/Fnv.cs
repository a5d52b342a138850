using System.Runtime.InteropServices;

namespace HashMatch.Tests.Hashers;

/// <summary>64-bit FNV-1a over the little-endian bytes of binary32 values, as the golden figures have it.</summary>
static class Fnv
{
    /// <summary>Where the golden figures start: one decimal digit short of the usual offset basis.</summary>
    const ulong Start = 1469598103934665603;

    internal static ulong Of(ReadOnlySpan<float> values)
    {
        var hash = Start;
        foreach (var b in MemoryMarshal.AsBytes(values))
        {
            hash = (hash ^ b) * 0x100000001b3UL;
        }

        return hash;
    }
}
