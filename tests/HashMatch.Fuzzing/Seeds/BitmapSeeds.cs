using System.Buffers.Binary;

namespace HashMatch.Fuzzing.Seeds;

/// <summary>Bitmaps of every depth and compression.</summary>
static class BitmapSeeds
{
    const int Side = 16;

    internal static IReadOnlyList<byte[]> All { get; } =
    [
        File(40, 1, 0, 2), File(40, 4, 0, 16), File(40, 8, 0, 256), File(40, 16, 0, 0), File(40, 24, 0, 0), File(40, 32, 0, 0), File(40, 16, 3, 0, masks: 3), File(40, 32, 3, 0, masks: 3),
        File(108, 32, 3, 0), File(124, 24, 0, 0), File(52, 32, 3, 0), File(12, 8, 0, 256), File(12, 24, 0, 0),
        File(40, 8, 1, 256, data: Runs(8)), File(40, 4, 2, 16, data: Runs(4)), SeedFiles.Read("images", "formats", "run-length.bmp"),
    ];

    static byte[] File(int header, short bits, int compression, int colours, int masks = 0, byte[]? data = null)
    {
        var palette = colours * (header == 12 ? 3 : 4);
        var start = 14 + header + (4 * masks) + palette;
        var pixels = data ?? [.. Enumerable.Range(0, (((Side * bits) + 31) / 32 * 4) * Side).Select(i => (byte)(i * 7))];
        var file = new byte[start + pixels.Length];
        "BM"u8.CopyTo(file);
        Put(2, file.Length);
        Put(10, start);
        Put(14, header);
        if (header == 12)
        {
            PutShort(18, Side);
            PutShort(20, Side);
            PutShort(22, 1);
            PutShort(24, bits);
        }
        else
        {
            Put(18, Side);
            Put(22, bits == 24 ? -Side : Side);
            PutShort(26, 1);
            PutShort(28, bits);
            Put(30, compression);
            Put(46, colours);
            if (compression == 3)
            {
                Put(54, bits == 16 ? 0xF800 : 0xFF0000);
                Put(58, bits == 16 ? 0x07E0 : 0x00FF00);
                Put(62, bits == 16 ? 0x001F : 0x0000FF);
            }
        }

        for (var i = 0; i < palette; i++)
        {
            file[14 + header + (4 * masks) + i] = (byte)(i * 5);
        }

        pixels.CopyTo(file, start);
        return file;

        void Put(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        void PutShort(int at, short value) => BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(at), value);
    }

    /// <summary>Run-length code: runs, literals, a jump, ends of lines and of the picture.</summary>
    static byte[] Runs(int bits)
    {
        List<byte> code = [];
        for (var y = 0; y < Side; y++)
        {
            code.AddRange([8, (byte)(y * 3), 0, 4, 1, 2]);
            code.AddRange(bits == 8 ? new byte[] { 3, 4 } : []);
            code.AddRange([0, 2, 1, 0, 3, (byte)y, 0, 0]);
        }

        return [.. code, 0, 1];
    }
}
