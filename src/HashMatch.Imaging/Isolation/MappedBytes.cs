using System.Buffers;

namespace HashMatch.Imaging.Isolation;

/// <summary>Memory that somebody else keeps, shown as managed memory.</summary>
sealed unsafe class MappedBytes(byte* start, int length) : MemoryManager<byte>
{
    public override Span<byte> GetSpan() => new(start, length);

    // It does not move.
    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
