using System.Buffers.Binary;

namespace HashMatch.Imaging.Formats;

/// <summary>Whether a file ends before its first picture does, told by the format's own lengths and end marks.</summary>
/// <remarks>It tells a truncated file from a corrupt one after a decoder gave up, and finds what decoders pass over.</remarks>
static class Completeness
{
    internal static bool EndsEarly(ImageFormat format, ReadOnlySpan<byte> bytes) => format switch
    {
        ImageFormat.Jpeg => !JpegScan.Of(bytes).HasEnd,
        ImageFormat.Png => PngEndsEarly(bytes),
        ImageFormat.Gif => GifEndsEarly(bytes),
        ImageFormat.WebP => bytes.Length >= 8 && BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L > bytes.Length,
        ImageFormat.Tiff => TiffLayout.EndsEarly(bytes),
        ImageFormat.Avif => AvifEndsEarly(bytes),
        _ => false,
    };

    /// <summary>Chunk by chunk to IEND.</summary>
    static bool PngEndsEarly(ReadOnlySpan<byte> bytes)
    {
        long position = 8;
        while (position + 12 <= bytes.Length)
        {
            var chunk = bytes[(int)position..];
            if (chunk[4..8].SequenceEqual("IEND"u8))
            {
                return false;
            }

            position += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }

        return true;
    }

    /// <summary>Block by block to the end of the first frame's data; a missing trailer loses nothing.</summary>
    static bool GifEndsEarly(ReadOnlySpan<byte> bytes)
    {
        const byte Extension = 0x21;
        const byte Frame = 0x2C;
        const byte Trailer = 0x3B;
        if (bytes.Length < 13)
        {
            return true;
        }

        var position = 13 + ColourTableLength(bytes[10]);
        while (position < bytes.Length)
        {
            var block = bytes[position];
            if (block == Extension)
            {
                if (!TrySkipSubBlocks(bytes, position + 2, out position))
                {
                    return true;
                }
            }
            else if (block == Frame)
            {
                // Descriptor, local colours, one byte of code size, then the data.
                return position + 10 > bytes.Length ||
                    !TrySkipSubBlocks(bytes, position + 11 + ColourTableLength(bytes[position + 9]), out _);
            }
            else
            {
                return block != Trailer && position + 1 >= bytes.Length;
            }
        }

        return true;
    }

    static int ColourTableLength(byte flags) => (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;

    static bool TrySkipSubBlocks(ReadOnlySpan<byte> bytes, int start, out int end)
    {
        end = start;
        while (end < bytes.Length)
        {
            var length = bytes[end];
            end += 1 + length;
            if (length == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Top-level box by box.</summary>
    static bool AvifEndsEarly(ReadOnlySpan<byte> bytes)
    {
        long position = 0;
        while (position + 8 <= bytes.Length)
        {
            var box = bytes[(int)position..];
            long length = BinaryPrimitives.ReadUInt32BigEndian(box);
            if (length == 1 && box.Length >= 16)
            {
                length = BinaryPrimitives.ReadInt64BigEndian(box[8..]);
            }

            // 0 reaches to the end of the file; other lengths below the box header are nonsense, not truncation.
            if (length < 8)
            {
                return false;
            }

            if (length > bytes.Length - position)
            {
                return true;
            }

            position += length;
        }

        return position < bytes.Length;
    }
}
