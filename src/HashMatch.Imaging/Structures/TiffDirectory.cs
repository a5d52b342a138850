using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>Entries of a TIFF's first directory, in either byte order and either width.</summary>
ref struct TiffDirectory(ReadOnlySpan<byte> bytes)
{
    const int MaxEntries = 4096;

    readonly ReadOnlySpan<byte> _bytes = bytes;
    readonly bool _little = bytes[0] == 'I';
    readonly bool _big = bytes[bytes[0] == 'I' ? 2 : 3] == '+';
    int _start;

    public int Count { get; private set; }

    public bool TryOpen()
    {
        if (_bytes.Length < (_big ? 16 : 8))
        {
            return false;
        }

        var at = _big ? UInt64(8) : UInt32(4);
        if (at > (ulong)(_bytes.Length - 8) || at == 0)
        {
            return false;
        }

        var count = _big ? UInt64((int)at) : UInt16((int)at);
        _start = (int)at + (_big ? 8 : 2);
        var room = (ulong)(_bytes.Length - _start) / (ulong)EntrySize;
        Count = (int)Math.Min(count, MaxEntries);
        return count > 0 && (ulong)Count <= room;
    }

    /// <summary>Whether the file ends before the offset that follows the entries.</summary>
    public readonly bool LacksNext => _bytes.Length - _start < (Count * EntrySize) + (_big ? 8 : 4);

    readonly int EntrySize => _big ? 20 : 12;

    public readonly int Tag(int index) => UInt16(_start + (index * EntrySize));

    public readonly int InlineValueAt(int index) => _start + (index * EntrySize) + (_big ? 12 : 8);

    public readonly bool TryGetValues(int index, out TiffValues values)
    {
        var at = _start + (index * EntrySize);
        var size = UInt16(at + 2) switch { 1 or 2 or 6 or 7 => 1, 3 or 8 => 2, 4 or 9 or 11 or 13 => 4, 5 or 10 or 12 or (>= 16 and <= 18) => 8, _ => 0 };
        values = default;
        var count = _big ? UInt64(at + 4) : UInt32(at + 4);
        if (size == 0 || count > (ulong)_bytes.Length)
        {
            return size == 0;
        }

        var length = (int)count * (long)size;
        var field = at + (_big ? 12 : 8);
        var inline = length <= (_big ? 8 : 4);
        var start = inline ? (ulong)field : _big ? UInt64(field) : UInt32(field);
        if (start > (ulong)_bytes.Length || (ulong)length > (ulong)_bytes.Length - start)
        {
            return false;
        }

        values = new TiffValues(_bytes.Slice((int)start, (int)length), size, _little);
        return true;
    }

    readonly ushort UInt16(int at) => _little
        ? BinaryPrimitives.ReadUInt16LittleEndian(_bytes[at..])
        : BinaryPrimitives.ReadUInt16BigEndian(_bytes[at..]);

    readonly uint UInt32(int at) => _little
        ? BinaryPrimitives.ReadUInt32LittleEndian(_bytes[at..])
        : BinaryPrimitives.ReadUInt32BigEndian(_bytes[at..]);

    readonly ulong UInt64(int at) => _little
        ? BinaryPrimitives.ReadUInt64LittleEndian(_bytes[at..])
        : BinaryPrimitives.ReadUInt64BigEndian(_bytes[at..]);
}
