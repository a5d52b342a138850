using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>Walks a WebP's chunks: canvas, orientation, and whether the picture data is there.</summary>
static class WebPStructure
{
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImageStructure structure, out ImageError? error)
    {
        structure = default;
        error = null;
        var (width, height, orientation, hasData, isCut) = (0L, 0L, 1, false, false);
        var riffEnd = 8L + BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        for (var at = 12L; at < riffEnd && !isCut;)
        {
            if (at + 8 > bytes.Length)
            {
                isCut = !hasData || at < bytes.Length;
                break;
            }

            var kind = bytes.Slice((int)at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[((int)at + 4)..]);
            var body = bytes.Slice((int)at + 8, (int)Math.Min(length, bytes.Length - at - 8));
            isCut = length > body.Length;
            if (width == 0)
            {
                (width, height) = ReadSize(kind, body);
            }

            if (kind.SequenceEqual("EXIF"u8))
            {
                orientation = ExifOrientation.Read(body);
            }

            hasData |= kind.SequenceEqual("VP8 "u8) || kind.SequenceEqual("VP8L"u8) || kind.SequenceEqual("ANMF"u8);
            at += 8 + length + (length & 1);
        }

        isCut |= riffEnd > bytes.Length + 1;
        if (width == 0 && !isCut)
        {
            error = Failures.Corrupt(ImageFormat.WebP, "it has no picture");
        }

        structure = new ImageStructure(width, height) { Orientation = orientation, IsCut = isCut };
        return width > 0;
    }

    static (long Width, long Height) ReadSize(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> body)
    {
        if (kind.SequenceEqual("VP8X"u8) && body.Length >= 10)
        {
            return (1 + UInt24(body[4..]), 1 + UInt24(body[7..]));
        }

        if (kind.SequenceEqual("VP8 "u8) && body.Length >= 10)
        {
            return (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF);
        }

        if (kind.SequenceEqual("VP8L"u8) && body.Length >= 5)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return (1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));
        }

        return default;
    }

    static long UInt24(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
}
