using System.Buffers.Binary;

namespace HashMatch.Imaging.Structures;

/// <summary>Walks a PNG's chunks: size, orientation, and whether the data and the end are there.</summary>
static class PngStructure
{
    const int SignatureLength = 8;

    // The last chunk, which is always the same: no data, and its checksum.
    static ReadOnlySpan<byte> End => [(byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImageStructure structure, out ImageError? error)
    {
        structure = default;
        error = null;
        if (bytes.Length < SignatureLength + 25)
        {
            return false;
        }

        if (!bytes.Slice(12, 4).SequenceEqual("IHDR"u8) || BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) != 13)
        {
            error = Failures.Corrupt(ImageFormat.Png, "it does not begin with its header");
            return false;
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
        {
            error = Failures.Corrupt(ImageFormat.Png, "an impossible picture size");
            return false;
        }

        var (orientation, hasData, hasEnd, isCut) = (1, false, false, false);
        for (long at = SignatureLength; at < bytes.Length && !hasEnd;)
        {
            if (at + 12 > bytes.Length)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]);
            var kind = bytes.Slice((int)at + 4, 4);
            var isData = kind.SequenceEqual("IDAT"u8);
            if (at + 12 + length > bytes.Length)
            {
                // A length that leaps over the end that is there was damaged, not cut.
                if (bytes[(int)at..].IndexOf(End) >= 0)
                {
                    error = Failures.Corrupt(ImageFormat.Png, "a chunk of impossible length");
                    return false;
                }

                isCut = isData || !hasData;
                break;
            }

            hasData |= isData;
            hasEnd = kind.SequenceEqual("IEND"u8);
            if (kind.SequenceEqual("eXIf"u8))
            {
                orientation = ExifOrientation.Read(bytes.Slice((int)at + 8, (int)length));
            }

            at += 12 + length;
        }

        if (hasEnd && !hasData)
        {
            error = Failures.Corrupt(ImageFormat.Png, "it has no picture data");
            return false;
        }

        structure = new ImageStructure(width, height)
        {
            Orientation = orientation,
            IsCut = !hasEnd && (isCut || !hasData),
            LacksTrailer = !hasEnd,
        };
        return true;
    }
}
