using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Imaging.Formats;

/// <summary>The two headers of a bitmap, Windows' and OS/2's.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="IsTopDown">Whether the first row stored is the top one.</param>
/// <param name="BitsPerPixel">1, 4, 8, 16, 24 or 32.</param>
/// <param name="Compression">How pixels are stored.</param>
/// <param name="DataOffset">Where pixels begin.</param>
/// <param name="PaletteOffset">Where colours begin.</param>
/// <param name="PaletteEntryLength">3 bytes in OS/2's first form, 4 elsewhere.</param>
readonly record struct BmpHeader(
    int Width,
    int Height,
    bool IsTopDown,
    int BitsPerPixel,
    BmpCompression Compression,
    int DataOffset,
    int PaletteOffset,
    int PaletteEntryLength)
{
    const int FileHeaderLength = 14;
    const int CoreHeaderLength = 12;

    /// <summary>Colours between the headers and the pixels, 256 at most.</summary>
    internal int PaletteCount => Math.Clamp((DataOffset - PaletteOffset) / PaletteEntryLength, 0, 256);

    /// <summary>Bytes the pixels take when they are not compressed.</summary>
    internal long UncompressedLength => ((((long)Width * BitsPerPixel) + 31) / 32 * 4) * Height;

    internal static bool TryParse(ReadOnlySpan<byte> bytes, out BmpHeader header, [NotNullWhen(false)] out ImageError? error)
    {
        header = default;
        if (bytes.Length < FileHeaderLength + CoreHeaderLength)
        {
            error = ImageErrors.Truncated;
            return false;
        }

        var infoLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[FileHeaderLength..]);
        var dataOffset = BinaryPrimitives.ReadInt32LittleEndian(bytes[10..]);
        if (infoLength is < CoreHeaderLength or > 1 << 16 || dataOffset < FileHeaderLength)
        {
            error = ImageErrors.Corrupt;
            return false;
        }

        if (FileHeaderLength + infoLength > bytes.Length)
        {
            error = ImageErrors.Truncated;
            return false;
        }

        var info = bytes.Slice(FileHeaderLength, infoLength);
        var isCore = infoLength < 16;
        int width = isCore ? BinaryPrimitives.ReadUInt16LittleEndian(info[4..]) : BinaryPrimitives.ReadInt32LittleEndian(info[4..]);
        int height = isCore ? BinaryPrimitives.ReadUInt16LittleEndian(info[6..]) : BinaryPrimitives.ReadInt32LittleEndian(info[8..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(info[(isCore ? 10 : 14)..]);
        var compression = infoLength >= 20 ? (BmpCompression)BinaryPrimitives.ReadUInt32LittleEndian(info[16..]) : BmpCompression.None;
        if (width < 1 || height is 0 or int.MinValue || bits is not (1 or 2 or 4 or 8 or 16 or 24 or 32))
        {
            error = ImageErrors.Corrupt;
            return false;
        }

        header = new BmpHeader(width, Math.Abs(height), height < 0, bits, compression, dataOffset, FileHeaderLength + infoLength,
            isCore ? 3 : 4);
        error = null;
        return true;
    }
}
