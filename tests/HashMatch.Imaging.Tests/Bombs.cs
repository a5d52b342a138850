using System.Buffers.Binary;
using System.IO.Hashing;

namespace HashMatch.Imaging.Tests;

/// <summary>Small files whose headers claim pictures of hundreds of megapixels.</summary>
static class Bombs
{
    internal static byte[] Of(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => Jpeg(),
        ImageFormat.Png => Png(),
        ImageFormat.WebP => WebP(),
        ImageFormat.Gif => Gif(),
        ImageFormat.Tiff => Tiff(),
        ImageFormat.Bmp => Bmp(),
        ImageFormat.Avif => Avif(),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    static byte[] Png()
    {
        var png = TestImages.Encode(ImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32.HashToUInt32(png.AsSpan(12, 17)));
        return png;
    }

    static byte[] Bmp()
    {
        var bmp = TestImages.Encode(ImageFormat.Bmp);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(18), 2_000_000_000);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(22), int.MinValue + 1);
        return bmp;
    }

    static byte[] Gif()
    {
        var gif = TestImages.Encode(ImageFormat.Gif);
        var colours = (gif[10] & 0x80) != 0 ? 3 << ((gif[10] & 7) + 1) : 0;
        var frame = 13 + colours + gif.AsSpan(13 + colours).IndexOf((byte)0x2C);
        foreach (var side in (ReadOnlySpan<int>)[6, 8, frame + 5, frame + 7])
        {
            BinaryPrimitives.WriteUInt16LittleEndian(gif.AsSpan(side), 65535);
        }

        return gif;
    }

    static byte[] Jpeg()
    {
        var jpeg = TestImages.Encode(ImageFormat.Jpeg);
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), 65500);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), 65500);
        return jpeg;
    }

    static byte[] WebP()
    {
        // A container around nothing but a lossless frame's signature and its two sides of 14 bits, less one.
        const uint LargestSide = 16383;
        var webp = new byte[38];
        "RIFF"u8.CopyTo(webp);
        BinaryPrimitives.WriteInt32LittleEndian(webp.AsSpan(4), webp.Length - 8);
        "WEBPVP8L"u8.CopyTo(webp.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(webp.AsSpan(16), webp.Length - 20);
        webp[20] = 0x2F;
        BinaryPrimitives.WriteUInt32LittleEndian(webp.AsSpan(21), ((LargestSide - 1) << 14) | (LargestSide - 1));
        return webp;
    }

    static byte[] Tiff()
    {
        var tiff = TestImages.Encode(ImageFormat.Tiff);
        var directory = BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(4));
        for (var i = 0; i < BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(directory)); i++)
        {
            var entry = tiff.AsSpan(directory + 2 + (12 * i), 12);
            if (BinaryPrimitives.ReadUInt16LittleEndian(entry) is 256 or 257)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], 4);
                BinaryPrimitives.WriteInt32LittleEndian(entry[8..], 60_000);
            }
        }

        return tiff;
    }

    /// <summary>The sides in the image's spatial extents property.</summary>
    static byte[] Avif()
    {
        var avif = TestImages.Encode(ImageFormat.Avif);
        var extents = avif.AsSpan().IndexOf("ispe"u8);
        BinaryPrimitives.WriteInt32BigEndian(avif.AsSpan(extents + 8), 30_000);
        BinaryPrimitives.WriteInt32BigEndian(avif.AsSpan(extents + 12), 30_000);
        return avif;
    }
}
