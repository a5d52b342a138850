using HashMatch.Hashers;
using HashMatch.Imaging;

namespace HashMatch.Evaluation.Pixels;

/// <summary>A picture in memory of its own: interleaved RGB, rows top to bottom without padding.</summary>
sealed class RgbPicture
{
    readonly byte[] _data;

    /// <param name="data">Exactly three bytes a pixel; the picture takes them over.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    internal RgbPicture(byte[] data, int width, int height)
    {
        if (data.Length != 3L * width * height)
        {
            throw new ArgumentException($"{width}x{height} RGB pixels need {3L * width * height} bytes, not {data.Length}.", nameof(data));
        }

        _data = data;
        Width = width;
        Height = height;
    }

    internal int Width { get; }

    internal int Height { get; }

    internal int ShorterSide => Math.Min(Width, Height);

    internal Span<byte> Data => _data;

    internal PixelView View => new(_data, Width, Height, PixelLayout.Rgb24);

    /// <summary>The bytes of row <paramref name="y"/>.</summary>
    internal Span<byte> Row(int y) => _data.AsSpan(3 * Width * y, 3 * Width);

    /// <summary>The bytes of one pixel.</summary>
    internal Span<byte> Pixel(int x, int y) => _data.AsSpan(3 * ((Width * y) + x), 3);

    /// <summary>A picture whose pixels are all to be set.</summary>
    internal static RgbPicture Unset(int width, int height) =>
        new(GC.AllocateUninitializedArray<byte>(checked(3 * width * height)), width, height);

    internal static RgbPicture Filled(int width, int height, Rgb colour)
    {
        var picture = Unset(width, height);
        picture.Fill(0, 0, width, height, colour);
        return picture;
    }

    /// <summary>A copy; grey becomes RGB of equal channels, which hashes take for the same picture.</summary>
    internal static RgbPicture Of(PixelView pixels)
    {
        var picture = Unset(pixels.Width, pixels.Height);
        if (pixels.Layout == PixelLayout.Rgb24)
        {
            pixels.Data.CopyTo(picture._data);
        }
        else
        {
            for (var i = 0; i < pixels.Data.Length; i++)
            {
                picture._data.AsSpan(3 * i, 3).Fill(pixels.Data[i]);
            }
        }

        return picture;
    }

    /// <summary>What an image file holds that was just made here.</summary>
    internal static RgbPicture Decode(byte[] file)
    {
        if (!ImageDecoder.Default.TryDecode(file, DecodeOptions.Default with { MaxPixels = int.MaxValue, Timeout = Timeout.InfiniteTimeSpan }, out var image, out var error))
        {
            throw new InvalidOperationException($"A copy made here could not be read: {error.Message}");
        }

        using (image)
        {
            return Of(image.Pixels);
        }
    }

    internal RgbPicture Clone() => Of(View);

    /// <summary>Paints a rectangle; what lies outside the picture is left out.</summary>
    internal void Fill(int left, int top, int width, int height, Rgb colour)
    {
        var (x0, x1) = (Math.Clamp(left, 0, Width), Math.Clamp(left + width, 0, Width));
        var (y0, y1) = (Math.Clamp(top, 0, Height), Math.Clamp(top + height, 0, Height));
        for (var y = y0; y < y1; y++)
        {
            for (var x = x0; x < x1; x++)
            {
                var pixel = Pixel(x, y);
                (pixel[0], pixel[1], pixel[2]) = (colour.Red, colour.Green, colour.Blue);
            }
        }
    }

    /// <summary>Lays a smaller picture over this one.</summary>
    internal void Place(RgbPicture picture, int left, int top)
    {
        for (var y = 0; y < picture.Height; y++)
        {
            picture.Row(y).CopyTo(Row(top + y)[(3 * left)..]);
        }
    }
}
