using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>The boxes of an ISO media file that lie side by side in a span; the last one may be cut.</summary>
ref struct IsoBoxes(ReadOnlySpan<byte> bytes)
{
    ReadOnlySpan<byte> _rest = bytes;

    public IsoBox Current { get; private set; }

    public readonly IsoBoxes GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_rest.Length < 8)
        {
            return false;
        }

        ulong size = BinaryPrimitives.ReadUInt32BigEndian(_rest);
        var header = 8;
        if (size == 1 && _rest.Length >= 16)
        {
            size = BinaryPrimitives.ReadUInt64BigEndian(_rest[8..]);
            header = 16;
        }

        // A size of 0 means up to the end.
        size = size == 0 ? (ulong)_rest.Length : Math.Max(size, (ulong)header);
        var isCut = size > (ulong)_rest.Length;
        var end = isCut ? _rest.Length : (int)size;
        Current = new IsoBox(_rest.Slice(4, 4), _rest[header..end], end, isCut);
        _rest = _rest[end..];
        return true;
    }
}
