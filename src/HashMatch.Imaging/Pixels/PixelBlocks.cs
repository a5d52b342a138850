using System.Numerics;
using System.Runtime.InteropServices;

namespace HashMatch.Imaging.Pixels;

/// <summary>Blocks of native memory for large pictures, kept for the next one of about that size. Thread-safe.</summary>
/// <remarks>
/// The system hands out memory in small zeroed pages at first touch, which took a third of the time to decode a
/// 12-megapixel JPEG. Sizes are rounded up to a quarter of a power of two, so that pictures of like size share blocks;
/// what a picture leaves of its block untouched takes no memory.
/// </remarks>
/// <param name="maxIdle">The most bytes kept for pictures to come.</param>
sealed unsafe class PixelBlocks(long maxIdle)
{
    // Below, the allocator keeps memory itself.
    const int LeastKept = 1 << 20;

    readonly Lock _gate = new();
    readonly List<(nint Block, long Size)> _idle = [];
    long _idleBytes;

    /// <summary>The blocks of this process: those of two 12-megapixel pictures stay.</summary>
    public static PixelBlocks Shared { get; } = new(96 << 20);

    /// <summary>The bytes that lie idle now.</summary>
    internal long IdleBytes
    {
        get
        {
            lock (_gate)
            {
                return _idleBytes;
            }
        }
    }

    /// <summary>Where blocks come from first; null in every process but a decode worker.</summary>
    internal PixelArena? Arena { get; set; }

    /// <summary>A block of at least so many bytes, of any value.</summary>
    /// <exception cref="OutOfMemoryException">The system has no such memory.</exception>
    public nint Rent(int length)
    {
        if (Arena?.TryRent(length, out var lent) == true)
        {
            return lent;
        }

        var size = SizeFor(length);
        if (size >= LeastKept)
        {
            lock (_gate)
            {
                // The latest is the likeliest to be in a cache still.
                for (var i = _idle.Count - 1; i >= 0; i--)
                {
                    if (_idle[i].Size == size)
                    {
                        var block = _idle[i].Block;
                        _idle.RemoveAt(i);
                        _idleBytes -= size;
                        return block;
                    }
                }
            }
        }

        return (nint)NativeMemory.Alloc((nuint)size);
    }

    /// <summary>Takes back a block that was rented for so many bytes.</summary>
    public void Return(nint block, int length)
    {
        if (Arena?.TryReturn(block) == true)
        {
            return;
        }

        var size = SizeFor(length);
        if (size < LeastKept || size > maxIdle)
        {
            NativeMemory.Free((void*)block);
            return;
        }

        lock (_gate)
        {
            _idle.Add((block, size));
            _idleBytes += size;
            while (_idleBytes > maxIdle)
            {
                NativeMemory.Free((void*)_idle[0].Block);
                _idleBytes -= _idle[0].Size;
                _idle.RemoveAt(0);
            }
        }
    }

    /// <summary>The bytes of the block that serves so many.</summary>
    internal static long SizeFor(int length)
    {
        if (length < LeastKept)
        {
            return Math.Max(length, 1);
        }

        var step = (long)BitOperations.RoundUpToPowerOf2((uint)length) / 8;
        return (length + step - 1) / step * step;
    }
}
