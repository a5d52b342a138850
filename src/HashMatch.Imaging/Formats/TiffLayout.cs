using System.Buffers.Binary;

namespace HashMatch.Imaging.Formats;

/// <summary>Where the first page of a TIFF says its data lie.</summary>
static class TiffLayout
{
    const int StripOffsets = 273;
    const int StripByteCounts = 279;
    const int TileOffsets = 324;
    const int TileByteCounts = 325;

    /// <summary>Whether directory or data of the first page lie beyond the end of the file. BigTIFF is not looked into.</summary>
    internal static bool EndsEarly(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8)
        {
            return true;
        }

        var little = bytes[0] == 'I';
        if (ReadUInt16(bytes[2..], little) != 42)
        {
            return false;
        }

        long directory = ReadUInt32(bytes[4..], little);
        if (directory + 2 > bytes.Length)
        {
            return true;
        }

        var count = ReadUInt16(bytes[(int)directory..], little);
        if (directory + 2 + (12L * count) > bytes.Length)
        {
            return true;
        }

        ReadOnlySpan<byte> offsets = default;
        ReadOnlySpan<byte> lengths = default;
        for (var i = 0; i < count; i++)
        {
            var entry = bytes.Slice((int)directory + 2 + (12 * i), 12);
            var tag = ReadUInt16(entry, little);
            if (tag is StripOffsets or TileOffsets)
            {
                offsets = entry;
            }
            else if (tag is StripByteCounts or TileByteCounts)
            {
                lengths = entry;
            }
        }

        return offsets.Length > 0 && lengths.Length > 0 && DataEndsEarly(bytes, offsets, lengths, little);
    }

    static bool DataEndsEarly(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> offsets, ReadOnlySpan<byte> lengths, bool little)
    {
        var count = Math.Min(ReadUInt32(offsets[4..], little), ReadUInt32(lengths[4..], little));
        for (uint i = 0; i < count; i++)
        {
            if (!TryReadValue(bytes, offsets, i, little, out var offset) || !TryReadValue(bytes, lengths, i, little, out var length) ||
                offset + length > bytes.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One value of an entry's array, which stands in the entry itself when it fits into four bytes.</summary>
    static bool TryReadValue(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> entry, uint index, bool little, out long value)
    {
        const int Short = 3;
        var size = ReadUInt16(entry[2..], little) == Short ? 2 : 4;
        long count = ReadUInt32(entry[4..], little);
        var array = entry[8..];
        if (count * size > 4)
        {
            var start = ReadUInt32(array, little) + ((long)index * size);
            if (start + size > bytes.Length)
            {
                value = 0;
                return false;
            }

            array = bytes[(int)start..];
        }
        else
        {
            array = array[((int)index * size)..];
        }

        value = size == 2 ? ReadUInt16(array, little) : ReadUInt32(array, little);
        return true;
    }

    static ushort ReadUInt16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    static uint ReadUInt32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
