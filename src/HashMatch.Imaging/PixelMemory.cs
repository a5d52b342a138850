using System.Buffers;

namespace HashMatch.Imaging;

/// <summary>Memory for files and pictures: small ones pooled, large ones given back to the system at once.</summary>
static class PixelMemory
{
    /// <summary>Beyond this a pool would hold on to more than the next picture is likely to need.</summary>
    const int LargestPooled = 16 << 20;

    /// <summary>At least that many bytes, not cleared.</summary>
    internal static IMemoryOwner<byte> Rent(int length) =>
        length <= LargestPooled ? MemoryPool<byte>.Shared.Rent(Math.Max(length, 1)) : NativeMemoryOwner.Allocate(length);
}
