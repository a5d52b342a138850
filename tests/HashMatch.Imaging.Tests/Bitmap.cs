using System.Buffers.Binary;
using NetVips;

namespace HashMatch.Imaging.Tests;

/// <summary>Writes bitmaps of the kinds the reader knows.</summary>
static class Bitmap
{
    internal static byte[] Rgb24(Image image)
    {
        var rgb = image.WriteToMemory<byte>();
        var stride = ((3 * image.Width) + 3) & ~3;
        var data = new byte[stride * image.Height];
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var from = 3 * ((y * image.Width) + x);
                var to = ((image.Height - 1 - y) * stride) + (3 * x);
                (data[to], data[to + 1], data[to + 2]) = (rgb[from + 2], rgb[from + 1], rgb[from]);
            }
        }

        return File(image.Width, image.Height, 24, 0, [], data);
    }

    /// <summary>Both headers, colours of four bytes each, data as they are.</summary>
    internal static byte[] File(int width, int height, int bits, int compression, byte[] palette, byte[] data)
    {
        var bytes = new byte[54 + palette.Length + data.Length];
        "BM"u8.CopyTo(bytes);
        Int32(2, bytes.Length);
        Int32(10, 54 + palette.Length);
        Int32(14, 40);
        Int32(18, width);
        Int32(22, height);
        bytes[26] = 1;
        bytes[28] = (byte)bits;
        Int32(30, compression);
        palette.CopyTo(bytes, 54);
        data.CopyTo(bytes, 54 + palette.Length);
        return bytes;

        void Int32(int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), value);
    }

    /// <summary>Grey colours, as many as asked for, from black to white.</summary>
    internal static byte[] GreyPalette(int count) =>
        [.. Enumerable.Range(0, count).SelectMany(i => { var v = (byte)(255 * i / (count - 1)); return new byte[] { v, v, v, 0 }; })];
}
