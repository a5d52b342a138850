using System.Buffers.Binary;
using System.IO.Hashing;
using HashMatch.Hashers;

namespace HashMatch.TestData.Pixels;

/// <summary>A picture in memory: 8-bit red, green, blue, rows top to bottom without padding.</summary>
sealed class RgbImage(int width, int height)
{
    /// <summary>Pixels in a row.</summary>
    public int Width { get; } = width;

    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>Three bytes a pixel.</summary>
    public byte[] Data { get; } = new byte[3 * width * height];

    /// <summary>What the hasher sees.</summary>
    public PixelView View => new(Data, Width, Height, PixelLayout.Rgb24);

    /// <summary>Where the pixel's red byte lies in <see cref="Data"/>.</summary>
    public int Offset(int x, int y) => 3 * ((y * Width) + x);

    /// <summary>The three bytes of a pixel.</summary>
    public Span<byte> Pixel(int x, int y) => Data.AsSpan(Offset(x, y), 3);

    /// <summary>Sets a pixel to a colour such as 0xFFCC00.</summary>
    public void Set(int x, int y, int hex)
    {
        var pixel = Pixel(x, y);
        pixel[0] = (byte)(hex >> 16);
        pixel[1] = (byte)(hex >> 8);
        pixel[2] = (byte)hex;
    }

    /// <summary>A picture of the same size, each byte replaced.</summary>
    public RgbImage Map(Func<byte, byte> change)
    {
        var result = new RgbImage(Width, Height);
        for (var i = 0; i < Data.Length; i++)
        {
            result.Data[i] = change(Data[i]);
        }

        return result;
    }

    /// <summary>A picture of any size, each pixel taken from this one.</summary>
    public RgbImage Rearrange(int width, int height, Func<int, int, (int X, int Y)> source)
    {
        var result = new RgbImage(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var from = source(x, y);
                Pixel(from.X, from.Y).CopyTo(result.Pixel(x, y));
            }
        }

        return result;
    }

    /// <summary>A digest of size and pixels, 32 hexadecimal digits.</summary>
    public string Fingerprint()
    {
        var hash = new XxHash128();
        Span<byte> size = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(size, Width);
        BinaryPrimitives.WriteInt32LittleEndian(size[4..], Height);
        hash.Append(size);
        hash.Append(Data);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
