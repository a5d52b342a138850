using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace HashMatch.Buffers;

/// <summary>Hints about memory that is needed soon. They stand here because the instruction takes a pointer.</summary>
static unsafe class CacheLine
{
    /// <summary>Starts to fetch the line; never faults, and does nothing where there is no such instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ref readonly T address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(in address));
        }
    }
}
