using System.Buffers;
using System.Runtime.InteropServices;

namespace HashMatch.Imaging;

/// <summary>Memory outside the collected heap: handed on without a copy, freed at once when disposed.</summary>
sealed unsafe class NativeMemoryOwner : MemoryManager<byte>
{
    readonly int _length;
    readonly Action<nint> _free;
    nint _pointer;

    /// <summary>Takes over memory that someone else allocated.</summary>
    /// <param name="pointer">Its address.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="free">Called once with the address.</param>
    internal NativeMemoryOwner(nint pointer, int length, Action<nint> free)
    {
        _pointer = pointer;
        _length = length;
        _free = free;
    }

    /// <summary>Allocates that many bytes, not cleared.</summary>
    internal static NativeMemoryOwner Allocate(int length) =>
        new((nint)NativeMemory.Alloc((nuint)length), length, static pointer => NativeMemory.Free((void*)pointer));

    public override Span<byte> GetSpan()
    {
        ObjectDisposedException.ThrowIf(_pointer == 0, this);
        return new Span<byte>((void*)_pointer, _length);
    }

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)_length);
        ObjectDisposedException.ThrowIf(_pointer == 0, this);
        return new MemoryHandle((byte*)_pointer + elementIndex);
    }

    public override void Unpin()
    {
        // Native memory does not move.
    }

    protected override void Dispose(bool disposing)
    {
        var pointer = Interlocked.Exchange(ref _pointer, 0);
        if (pointer != 0)
        {
            _free(pointer);
        }
    }
}
