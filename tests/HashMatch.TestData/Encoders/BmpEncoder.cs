using System.Buffers.Binary;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Encoders;

/// <summary>
/// Windows bitmaps, which libvips does not write: 24 bits a pixel, or run-length coded with a palette. The bytes are the
/// same on every machine, so digests of them can stand in lists.
/// </summary>
static class BmpEncoder
{
    const int HeaderLength = 14 + 40;
    const int PaletteLength = 4 * 256;
    const int MaxRun = 255;

    /// <summary>24 bits a pixel.</summary>
    public static byte[] Plain(RgbImage picture)
    {
        // Rows are padded to four bytes and go from the bottom up, blue first.
        var stride = ((3 * picture.Width) + 3) & ~3;
        var file = new byte[HeaderLength + (stride * picture.Height)];
        WriteHeader(file, picture, bitsPerPixel: 24, compression: 0, colours: 0);
        for (var y = 0; y < picture.Height; y++)
        {
            var row = file.AsSpan(HeaderLength + (stride * (picture.Height - 1 - y)), stride);
            for (var x = 0; x < picture.Width; x++)
            {
                var pixel = picture.Pixel(x, y);
                (row[3 * x], row[(3 * x) + 1], row[(3 * x) + 2]) = (pixel[2], pixel[1], pixel[0]);
            }
        }

        return file;
    }

    /// <summary>8 bits a pixel, run-length coded. The picture has at most 256 colours.</summary>
    public static byte[] RunLength(RgbImage picture)
    {
        var palette = new Dictionary<int, byte>();
        var runs = new List<byte>();
        for (var y = picture.Height - 1; y >= 0; y--)
        {
            WriteRuns(picture, y, palette, runs);
            runs.AddRange((byte)0, (byte)(y == 0 ? 1 : 0)); // 0 0 ends a line, 0 1 the bitmap
        }

        var file = new byte[HeaderLength + PaletteLength + runs.Count];
        WriteHeader(file, picture, bitsPerPixel: 8, compression: 1, colours: 256);
        foreach (var (colour, index) in palette)
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(HeaderLength + (4 * index)), colour);
        }

        runs.CopyTo(file, HeaderLength + PaletteLength);
        return file;
    }

    static void WriteRuns(RgbImage picture, int y, Dictionary<int, byte> palette, List<byte> runs)
    {
        var start = 0;
        while (start < picture.Width)
        {
            var colour = Colour(picture, start, y);
            var length = 1;
            while (length < MaxRun && start + length < picture.Width && Colour(picture, start + length, y) == colour)
            {
                length++;
            }

            if (!palette.TryGetValue(colour, out var index))
            {
                index = checked((byte)palette.Count);
                palette.Add(colour, index);
            }

            runs.AddRange((byte)length, index);
            start += length;
        }
    }

    static int Colour(RgbImage picture, int x, int y)
    {
        var pixel = picture.Pixel(x, y);
        return (pixel[0] << 16) | (pixel[1] << 8) | pixel[2];
    }

    static void WriteHeader(Span<byte> file, RgbImage picture, short bitsPerPixel, int compression, int colours)
    {
        var dataStart = HeaderLength + (4 * colours);
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[2..], file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file[10..], dataStart);
        BinaryPrimitives.WriteInt32LittleEndian(file[14..], 40);
        BinaryPrimitives.WriteInt32LittleEndian(file[18..], picture.Width);
        BinaryPrimitives.WriteInt32LittleEndian(file[22..], picture.Height);
        BinaryPrimitives.WriteInt16LittleEndian(file[26..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(file[28..], bitsPerPixel);
        BinaryPrimitives.WriteInt32LittleEndian(file[30..], compression);
        BinaryPrimitives.WriteInt32LittleEndian(file[34..], file.Length - dataStart);
        BinaryPrimitives.WriteInt32LittleEndian(file[46..], colours);
    }
}
