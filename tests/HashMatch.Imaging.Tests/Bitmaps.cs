using System.Buffers.Binary;

namespace HashMatch.Imaging.Tests;

/// <summary>Bitmaps written by hand, header by header.</summary>
static class Bitmaps
{
    public static byte[] Rgb24(byte[] rgb, int width, int height, bool topDown = false)
    {
        var stride = ((width * 3) + 3) / 4 * 4;
        var data = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var from = 3 * ((y * width) + x);
                var to = ((topDown ? y : height - 1 - y) * stride) + (3 * x);
                (data[to], data[to + 1], data[to + 2]) = (rgb[from + 2], rgb[from + 1], rgb[from]);
            }
        }

        return File(width, topDown ? -height : height, 24, compression: 0, extra: [], data);
    }

    /// <summary>A file with the 40-byte header; <paramref name="extra"/> is masks or a palette.</summary>
    public static byte[] File(int width, int height, int bits, int compression, byte[] extra, byte[] data, int colours = 0)
    {
        var file = new byte[54 + extra.Length + data.Length];
        file[0] = (byte)'B';
        file[1] = (byte)'M';
        Put(file, 2, file.Length);
        Put(file, 10, 54 + extra.Length);
        Put(file, 14, 40);
        Put(file, 18, width);
        Put(file, 22, height);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(28), (short)bits);
        Put(file, 30, compression);
        Put(file, 46, colours);
        extra.CopyTo(file, 54);
        data.CopyTo(file, 54 + extra.Length);
        return file;
    }

    /// <summary>The header of 12 bytes, with a palette of three bytes a colour.</summary>
    public static byte[] CoreFile(short width, short height, short bits, byte[] palette, byte[] data)
    {
        var file = new byte[26 + palette.Length + data.Length];
        file[0] = (byte)'B';
        file[1] = (byte)'M';
        Put(file, 10, 26 + palette.Length);
        Put(file, 14, 12);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(18), width);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), height);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(24), bits);
        palette.CopyTo(file, 26);
        data.CopyTo(file, 26 + palette.Length);
        return file;
    }

    public static byte[] Masks(params uint[] masks)
    {
        var bytes = new byte[4 * masks.Length];
        for (var i = 0; i < masks.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * i), masks[i]);
        }

        return bytes;
    }

    static void Put(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
}
