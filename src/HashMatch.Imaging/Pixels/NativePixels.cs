using System.Buffers;
using System.Runtime.InteropServices;

namespace HashMatch.Imaging.Pixels;

/// <summary>A block of native memory shown as managed memory: large pictures never touch the collected heap.</summary>
/// <remarks>
/// There is no finaliser on purpose: one could free the block while a span of it is still being read. A picture that is
/// never disposed leaks instead.
/// </remarks>
sealed unsafe class NativePixels : MemoryManager<byte>
{
    readonly int _rented;
    nint _block;

    NativePixels(int length)
    {
        _block = PixelBlocks.Shared.Rent(length);
        _rented = length;
        Length = length;
    }

    /// <summary>The bytes shown.</summary>
    public int Length { get; private set; }

    /// <summary>Where they lie, for a library to write to.</summary>
    public nint Address
    {
        get
        {
            ObjectDisposedException.ThrowIf(_block == 0, this);
            return _block;
        }
    }

    /// <summary>A block of any bytes.</summary>
    public static NativePixels Allocate(int length) => new(length);

    /// <summary>Whether so many bytes are to be had now; none are kept.</summary>
    public static bool CanAllocate(long length)
    {
        try
        {
            NativeMemory.Free(NativeMemory.Alloc((nuint)length));
            return true;
        }
        catch (OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>Forgets all but the first <paramref name="length"/> bytes.</summary>
    public void Shrink(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>Gives the block back.</summary>
    public void Release() => Dispose(disposing: true);

    public override Memory<byte> Memory => CreateMemory(Length);

    public override Span<byte> GetSpan() => new((void*)Address, Length);

    // Native memory does not move.
    public override MemoryHandle Pin(int elementIndex = 0) => new((byte*)Address + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        var block = Interlocked.Exchange(ref _block, 0);
        if (block != 0)
        {
            PixelBlocks.Shared.Return(block, _rented);
        }
    }
}
