namespace HashMatch.Imaging.Pixels;

/// <summary>Blocks one behind the other in memory that two processes share, so that a decoder writes where the other one reads.</summary>
/// <remarks>For one thread. What has no room is for others to allocate.</remarks>
/// <param name="start">The memory.</param>
/// <param name="length">Its bytes.</param>
sealed class PixelArena(nint start, long length)
{
    // What vector code likes.
    const long Alignment = 64;

    readonly List<(nint Block, bool IsFree)> _blocks = [];
    long _used;

    /// <summary>A block behind those in use; false where it has no room.</summary>
    public bool TryRent(int size, out nint block)
    {
        block = start + (nint)_used;
        var rounded = (Math.Max(size, 1) + Alignment - 1) / Alignment * Alignment;
        if (rounded > length - _used)
        {
            return false;
        }

        _blocks.Add((block, false));
        _used += rounded;
        return true;
    }

    /// <summary>Takes a block back, if it is one of these; its room is used again once all behind it are back.</summary>
    public bool TryReturn(nint block)
    {
        if (!Contains(block))
        {
            return false;
        }

        _blocks[_blocks.FindLastIndex(rented => rented.Block == block)] = (block, true);
        while (_blocks is [.., (var last, true)])
        {
            _blocks.RemoveAt(_blocks.Count - 1);
            _used = last - start;
        }

        return true;
    }

    /// <summary>Whether that is memory of this arena.</summary>
    public bool Contains(nint address) => address >= start && address - start < length;
}
