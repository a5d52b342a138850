using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace HashMatch.Cli.Output.QueuePage;

/// <summary>A small picture as a PNG file: signature, header, one block of data, end (w3.org/TR/png-3).</summary>
static class PngBytes
{
    internal static byte[] Of(Thumbnail picture)
    {
        using MemoryStream file = new();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        // Eight bits a channel, red, green and blue.
        (header[8], header[9]) = (8, 2);
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Rows(picture));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    static byte[] Rows(Thumbnail picture)
    {
        using MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.Optimal))
        {
            for (var y = 0; y < picture.Height; y++)
            {
                // Each row begins with its filter, here none.
                zlib.WriteByte(0);
                zlib.Write(picture.Pixels.AsSpan(3 * picture.Width * y, 3 * picture.Width));
            }
        }

        return packed.ToArray();
    }

    static void WriteChunk(MemoryStream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(body));
        file.Write(number);
    }
}
