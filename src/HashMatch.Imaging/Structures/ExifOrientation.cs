using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>Finds the orientation in an EXIF block: tag 274 of its first directory.</summary>
static class ExifOrientation
{
    const int Tag = 0x0112;

    /// <summary>The orientation, 1 to 8; 1 when absent, out of range or unreadable.</summary>
    public static int Read(ReadOnlySpan<byte> exif)
    {
        if (exif.StartsWith("Exif\0"u8) && exif.Length > 6)
        {
            exif = exif[6..];
        }

        if (exif.Length < 8 || !(exif.StartsWith("II*\0"u8) || exif.StartsWith("MM\0*"u8)))
        {
            return 1;
        }

        var little = exif[0] == 'I';
        var start = UInt32(exif[4..], little);
        if (start > (uint)exif.Length - 2)
        {
            return 1;
        }

        var directory = exif[(int)start..];
        var entries = Math.Min(UInt16(directory, little), (directory.Length - 2) / 12);
        for (var i = 0; i < entries; i++)
        {
            var entry = directory.Slice(2 + (12 * i), 12);
            if (UInt16(entry, little) == Tag && UInt32(entry[4..], little) == 1)
            {
                // A short, or by some writers a long; the value sits in the entry itself.
                var value = UInt16(entry[2..], little) == 4 ? UInt32(entry[8..], little) : UInt16(entry[8..], little);
                return Valid(value);
            }
        }

        return 1;
    }

    public static int Valid(long value) => value is >= 1 and <= 8 ? (int)value : 1;

    static ushort UInt16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    static uint UInt32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
