using System.Buffers.Binary;

namespace HashMatch.Imaging.Formats;

/// <summary>What a walk over a JPEG's markers finds, without decoding.</summary>
/// <param name="Scans">Start-of-scan markers: a decoder passes over the whole picture once for each.</param>
/// <param name="HasEnd">Whether the end-of-image marker was reached.</param>
readonly record struct JpegScan(int Scans, bool HasEnd)
{
    const byte StartOfScan = 0xDA;
    const byte EndOfImage = 0xD9;

    internal static JpegScan Of(ReadOnlySpan<byte> bytes)
    {
        var scans = 0;
        var position = 2;
        while (true)
        {
            // Entropy-coded data, and junk between segments, are passed over: in them 0xFF is followed by 0 or a restart.
            var offset = bytes[Math.Min(position, bytes.Length)..].IndexOf((byte)0xFF);
            if (offset < 0 || position + offset + 1 >= bytes.Length)
            {
                return new JpegScan(scans, false);
            }

            position += offset + 1;
            var marker = bytes[position];
            if (marker == EndOfImage)
            {
                return new JpegScan(scans, true);
            }

            if (marker == 0xFF)
            {
                continue;
            }

            position++;
            if (marker is 0 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            scans += marker == StartOfScan ? 1 : 0;
            if (position + 2 > bytes.Length)
            {
                return new JpegScan(scans, false);
            }

            position += Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes[position..]));
        }
    }
}
