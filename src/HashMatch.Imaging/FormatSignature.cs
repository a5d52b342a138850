using System.Buffers.Binary;

namespace HashMatch.Imaging;

/// <summary>Tells a format by the first bytes; a file name is never looked at.</summary>
static class FormatSignature
{
    public static bool TryDetect(ReadOnlySpan<byte> bytes, out ImageFormat format)
    {
        format = default;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            format = ImageFormat.Jpeg;
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]))
        {
            format = ImageFormat.Png;
        }
        else if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
        {
            format = ImageFormat.Gif;
        }
        else if (bytes.StartsWith("RIFF"u8) && bytes.Length >= 12 && bytes[8..12].SequenceEqual("WEBP"u8))
        {
            format = ImageFormat.WebP;
        }
        else if (bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8)
            || bytes.StartsWith("II+\0"u8) || bytes.StartsWith("MM\0+"u8))
        {
            format = ImageFormat.Tiff;
        }
        else if (IsBmp(bytes))
        {
            format = ImageFormat.Bmp;
        }
        else if (HasBrand(bytes, "avif"u8, "avis"u8))
        {
            format = ImageFormat.Avif;
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>A name for what is known but not read, or null: a person sees at once what to convert.</summary>
    public static string? NameUnsupported(ReadOnlySpan<byte> bytes)
    {
        if (HasBrand(bytes, "heic"u8, "heix"u8) || HasBrand(bytes, "hevc"u8, "mif1"u8))
        {
            return "HEIC";
        }

        if (bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8))
        {
            return "a video or another ISO media file";
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L', 32]))
        {
            return "JPEG XL";
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 12, (byte)'j', (byte)'P', 32, 32]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]))
        {
            return "JPEG 2000";
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0]) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 2, 0]))
        {
            return "a Windows icon or cursor";
        }

        if (bytes.StartsWith("PK"u8))
        {
            return "a ZIP archive";
        }

        if (bytes.StartsWith("8BPS"u8))
        {
            return "a Photoshop document";
        }

        return bytes.StartsWith("%PDF"u8) ? "PDF" : NameText(bytes);
    }

    static string? NameText(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 512)];
        if (head.IndexOf("<svg"u8) >= 0)
        {
            return "SVG";
        }

        if (head.IndexOf("<!DOCTYPE html"u8) >= 0 || head.IndexOf("<html"u8) >= 0)
        {
            return "a web page";
        }

        return head.Length > 0 && head.IndexOfAnyInRange((byte)0, (byte)8) < 0 && head.IndexOfAnyInRange((byte)127, byte.MaxValue) < 0
            ? "text"
            : null;
    }

    // "BM" alone begins many a text, so the size of the header that follows must be a plausible one too. A file cut before
    // that field is taken at its word, to be called truncated. "BA" is OS/2's array of bitmaps; the first one is read.
    static bool IsBmp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("BA"u8) && bytes.Length >= 16 && bytes[14..16].SequenceEqual("BM"u8))
        {
            bytes = bytes[14..];
        }

        return bytes.StartsWith("BM"u8)
            && (bytes.Length < 18 || BinaryPrimitives.ReadUInt32LittleEndian(bytes[14..]) is >= 12 and <= 256);
    }

    static bool HasBrand(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> brand, ReadOnlySpan<byte> other)
    {
        if (bytes.Length < 12 || !bytes[4..8].SequenceEqual("ftyp"u8))
        {
            return false;
        }

        var size = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var end = (int)Math.Min(Math.Min(size, 512u), (uint)bytes.Length);
        for (var at = 8; at + 4 <= end; at += 4)
        {
            // The four bytes after the major brand are its version, no brand.
            if (at != 12 && (bytes.Slice(at, 4).SequenceEqual(brand) || bytes.Slice(at, 4).SequenceEqual(other)))
            {
                return true;
            }
        }

        return false;
    }
}
