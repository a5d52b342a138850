using System.Buffers.Binary;

namespace HashMatch.Imaging.Formats;

/// <summary>Tells the format by the first bytes, so that only the decoder of that format ever sees the file.</summary>
static class FormatSniffer
{
    /// <summary>Bytes enough to tell every format.</summary>
    internal const int Length = 64;

    internal static ImageFormat? Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return ImageFormat.Jpeg;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return ImageFormat.Png;
        }

        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
        {
            return ImageFormat.Gif;
        }

        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
        {
            return ImageFormat.WebP;
        }

        // The last two are BigTIFF.
        if (bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || bytes.StartsWith("II+\0"u8) || bytes.StartsWith("MM\0+"u8))
        {
            return ImageFormat.Tiff;
        }

        if (bytes.StartsWith("BM"u8))
        {
            return ImageFormat.Bmp;
        }

        return IsAvif(bytes) ? ImageFormat.Avif : null;
    }

    /// <summary>Whether the file type box names AVIF, as its own brand or among the compatible ones.</summary>
    static bool IsAvif(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || !bytes[4..8].SequenceEqual("ftyp"u8))
        {
            return false;
        }

        var end = (int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(bytes), 16, (uint)bytes.Length);
        for (var offset = 8; offset + 4 <= end; offset += 4)
        {
            // Offset 12 holds the minor version, which can spell anything.
            var brand = bytes.Slice(offset, 4);
            if (offset != 12 && (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8)))
            {
                return true;
            }
        }

        return false;
    }
}
