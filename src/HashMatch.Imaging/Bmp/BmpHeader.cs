using System.Buffers.Binary;

namespace HashMatch.Imaging.Bmp;

/// <summary>The headers of a bitmap, whichever of the Windows and OS/2 generations wrote them.</summary>
readonly record struct BmpHeader
{
    const int FileHeaderLength = 14;
    const int CoreLength = 12;

    public int Width { get; private init; }

    public int Height { get; private init; }

    public bool IsTopDown { get; private init; }

    public int BitsPerPixel { get; private init; }

    public BmpCompression Compression { get; private init; }

    /// <summary>Masks of the channels; alpha is 0 where the file has none.</summary>
    public (uint Red, uint Green, uint Blue, uint Alpha) Masks { get; private init; }

    public int PaletteStart { get; private init; }

    public int PaletteEntrySize { get; private init; }

    public int PaletteLength { get; private init; }

    public int PixelStart { get; private init; }

    /// <summary>Bytes from one uncompressed row to the next.</summary>
    public long Stride => (((long)Width * BitsPerPixel) + 31) / 32 * 4;

    /// <summary>Bytes of uncompressed pixels; the last row needs no padding.</summary>
    public long PixelLength => (Stride * (Height - 1)) + ((((long)Width * BitsPerPixel) + 7) / 8);

    /// <summary>Reads the headers; false without an error when the file ends within them.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out BmpHeader header, out ImageError? error)
    {
        header = default;
        error = null;
        // In an OS/2 array, each bitmap's file header follows a header of the array; offsets still count from the start.
        var start = bytes.StartsWith("BA"u8) ? FileHeaderLength : 0;
        var info = start + FileHeaderLength;
        if (bytes.Length < info + CoreLength)
        {
            return false;
        }

        var size = (int)UInt32(bytes, info);
        var isCore = size == CoreLength;
        if (size is > CoreLength and < 16)
        {
            error = Failures.Corrupt(ImageFormat.Bmp, "a header of a length that none has");
            return false;
        }

        if (bytes.Length < info + size)
        {
            return false;
        }

        var width = isCore ? UInt16(bytes, info + 4) : (int)UInt32(bytes, info + 4);
        var height = isCore ? UInt16(bytes, info + 6) : (int)UInt32(bytes, info + 8);
        var bits = UInt16(bytes, info + (isCore ? 10 : 14));
        if (width <= 0 || height is 0 or int.MinValue)
        {
            error = Failures.Corrupt(ImageFormat.Bmp, "an impossible picture size");
            return false;
        }

        var code = size >= 20 ? UInt32(bytes, info + 16) : 0;
        var compression = ToCompression(code, size, bits);
        if (compression == BmpCompression.Unknown)
        {
            error = code is >= 1 and <= 6
                ? Failures.Unsupported("a BMP with embedded JPEG, PNG or fax data")
                : Failures.Corrupt(ImageFormat.Bmp, "an unknown compression or depth");
            return false;
        }

        // Masks follow a header of 40 bytes and are part of a longer one.
        var maskCount = (size, code) switch { (40, 3) => 3, (40, 6) => 4, _ => 0 };
        var tableStart = info + size + (4 * maskCount);
        if (tableStart > bytes.Length)
        {
            return false;
        }

        var declared = size >= 36 ? UInt32(bytes, info + 32) : 0;
        header = new BmpHeader
        {
            Width = width,
            Height = Math.Abs(height),
            IsTopDown = height < 0,
            BitsPerPixel = bits,
            Compression = compression,
            Masks = ReadMasks(bytes, info, size, bits, compression, maskCount),
            PaletteStart = tableStart,
            PaletteEntrySize = isCore ? 3 : 4,
            PaletteLength = bits > 8 ? 0 : (int)Math.Min(declared == 0 ? 1u << bits : declared, 1u << bits),
        };
        header = header with { PixelStart = FindPixels(header, bytes, start, declared) };
        return true;
    }

    // An offset that points into the headers is nonsense; then the pixels follow the palette.
    static int FindPixels(in BmpHeader header, ReadOnlySpan<byte> bytes, int start, uint declared)
    {
        var offset = UInt32(bytes, start + 10);
        if (offset >= header.PaletteStart)
        {
            return (int)Math.Min(offset, int.MaxValue);
        }

        var skipped = header.BitsPerPixel > 8 ? Math.Min(declared, 256) : (uint)header.PaletteLength;
        return header.PaletteStart + (header.PaletteEntrySize * (int)skipped);
    }

    static BmpCompression ToCompression(uint code, int headerSize, int bits)
    {
        // OS/2 gave two codes meanings of their own.
        var isOs2 = headerSize is >= 16 and <= 64 and not (40 or 52 or 56);
        return (code, bits) switch
        {
            (0, 1 or 2 or 4 or 8 or 24) => BmpCompression.None,
            (0, 16 or 32) => BmpCompression.Masks,
            (1, 8) or (2, 4) => BmpCompression.RunLength,
            (4, 24) when isOs2 => BmpCompression.RunLength,
            (3 or 6, 16 or 32) when !isOs2 => BmpCompression.Masks,
            _ => BmpCompression.Unknown,
        };
    }

    static (uint, uint, uint, uint) ReadMasks(ReadOnlySpan<byte> bytes, int info, int size, int bits,
        BmpCompression compression, int maskCount)
    {
        if (compression != BmpCompression.Masks)
        {
            return default;
        }

        // Without declared masks the fourth byte is reserved: its content is no alpha, whatever it looks like.
        if (UInt32(bytes, info + (size >= 20 ? 16 : 0)) is not (3 or 6))
        {
            return bits == 16 ? (0x7C00u, 0x03E0u, 0x001Fu, 0u) : (0xFF0000u, 0xFF00u, 0xFFu, 0u);
        }

        var at = info + 40;
        var hasAlpha = maskCount == 4 || size >= 56;
        return (UInt32(bytes, at), UInt32(bytes, at + 4), UInt32(bytes, at + 8), hasAlpha ? UInt32(bytes, at + 12) : 0);
    }

    static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
