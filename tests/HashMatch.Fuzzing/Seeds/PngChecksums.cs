using System.Buffers.Binary;
using System.IO.Hashing;

namespace HashMatch.Fuzzing.Seeds;

/// <summary>Makes the checksums of a PNG's chunks fit, so that decoders look at what is in them.</summary>
static class PngChecksums
{
    const int SignatureLength = 8;

    internal static byte[] Repair(byte[] file)
    {
        if (file.Length <= SignatureLength || !file.AsSpan(1).StartsWith("PNG"u8))
        {
            return file;
        }

        for (long at = SignatureLength; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan((int)at));
            if (length > file.Length - at - 12)
            {
                break;
            }

            var checksum = Crc32.HashToUInt32(file.AsSpan((int)at + 4, (int)length + 4));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan((int)(at + 8 + length)), checksum);
            at += 12 + length;
        }

        return file;
    }
}
