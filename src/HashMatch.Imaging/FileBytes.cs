using System.Buffers;

namespace HashMatch.Imaging;

/// <summary>A growing byte buffer: pooled while small, left to the collector when large.</summary>
sealed class FileBytes : IMemoryOwner<byte>
{
    readonly int _largestPooled;
    byte[] _buffer;
    bool _isPooled;

    public FileBytes(long capacity, int largestPooled)
    {
        _largestPooled = largestPooled;
        _buffer = Rent(capacity);
        _isPooled = capacity <= largestPooled;
    }

    public int Length { get; private set; }

    public Memory<byte> Memory => _buffer.AsMemory(0, Length);

    /// <summary>Room for more bytes, never beyond a known length; the buffer doubles when full.</summary>
    public Memory<byte> Room(long known)
    {
        if (Length == _buffer.Length)
        {
            // The reader stops at what one array holds.
            var capacity = Math.Min(Math.Max(2L * Length, 1 << 16), Array.MaxLength);
            var larger = Rent(capacity);
            _buffer.AsSpan(0, Length).CopyTo(larger);
            Return();
            _buffer = larger;
            _isPooled = capacity <= _largestPooled;
        }

        var end = known >= 0 ? (int)Math.Min(known, _buffer.Length) : _buffer.Length;
        return _buffer.AsMemory(Length, end - Length);
    }

    public void Advance(int count) => Length += count;

    public void Dispose()
    {
        Return();
        _isPooled = false;
        _buffer = [];
        Length = 0;
    }

    byte[] Rent(long capacity)
    {
        return capacity <= _largestPooled
            ? ArrayPool<byte>.Shared.Rent((int)capacity)
            : GC.AllocateUninitializedArray<byte>((int)capacity);
    }

    void Return()
    {
        if (_isPooled)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }
}
