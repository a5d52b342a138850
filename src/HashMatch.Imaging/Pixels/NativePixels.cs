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
    readonly Action<nint> _free;
    nint _block;
    int _length;

    NativePixels(nint block, int length, Action<nint> free)
    {
        _block = block;
        _length = length;
        _free = free;
    }

    /// <summary>A new block, its bytes undefined.</summary>
    public static NativePixels Allocate(int length) =>
        new((nint)NativeMemory.Alloc((nuint)length), length, static block => NativeMemory.Free((void*)block));

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

    /// <summary>Takes over a block, to be given back by <paramref name="free"/>.</summary>
    public static NativePixels Adopt(nint block, int length, Action<nint> free) => new(block, length, free);

    /// <summary>Forgets all but the first <paramref name="length"/> bytes.</summary>
    public void Shrink(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _length);
        _length = length;
    }

    /// <summary>Gives the block back.</summary>
    public void Release() => Dispose(disposing: true);

    public override Memory<byte> Memory => CreateMemory(_length);

    public override Span<byte> GetSpan()
    {
        ObjectDisposedException.ThrowIf(_block == 0, this);
        return new Span<byte>((void*)_block, _length);
    }

    // Native memory does not move.
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ObjectDisposedException.ThrowIf(_block == 0, this);
        return new MemoryHandle((byte*)_block + elementIndex);
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        var block = Interlocked.Exchange(ref _block, 0);
        if (block != 0)
        {
            _free(block);
        }
    }
}
