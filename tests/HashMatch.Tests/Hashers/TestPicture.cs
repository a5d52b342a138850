using HashMatch.Hashers;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>A picture made from a seed: noise over slow waves, so that every frequency has something to say.</summary>
sealed record TestPicture(byte[] Pixels, int Width, int Height, PixelLayout Layout, int Seed)
{
    internal PixelView View => new(Pixels, Width, Height, Layout);

    public override string ToString() => $"{Width}x{Height} {Layout} seed {Seed}";

    internal static TestPicture Random(int width, int height, PixelLayout layout, int seed)
    {
        var random = new Random(seed);
        var pixels = new byte[width * height * (int)layout];
        random.NextBytes(pixels);
        var wave = random.Next(1, 9) / (double)width;
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)((pixels[i] >> 1) + (int)(60 * (1 + Math.Sin(i * wave))));
        }

        return new TestPicture(pixels, width, height, layout, seed);
    }

    /// <summary>PDQ's luma, one pixel after the other.</summary>
    internal float[] Luma()
    {
        var luma = new float[Width * Height];
        var step = (int)Layout;
        for (var i = 0; i < luma.Length; i++)
        {
            luma[i] = LumaInput.Luma(Pixels[i * step], Pixels[(i * step) + (step / 2)], Pixels[(i * step) + step - 1]);
        }

        return luma;
    }

    /// <summary>The picture after <paramref name="transform"/>, pixel by pixel.</summary>
    internal TestPicture Turned(DihedralTransform transform)
    {
        var swaps = transform is DihedralTransform.Rot90 or DihedralTransform.Rot270 or DihedralTransform.Transpose or DihedralTransform.Transverse;
        var (width, height) = swaps ? (Height, Width) : (Width, Height);
        var step = (int)Layout;
        var pixels = new byte[Pixels.Length];
        for (var i = 0; i < width * height; i++)
        {
            var (y, x) = (i / width, i % width);
            var (row, column) = transform switch
            {
                DihedralTransform.Identity => (y, x),
                DihedralTransform.Rot90 => (x, Width - 1 - y),
                DihedralTransform.Rot180 => (Height - 1 - y, Width - 1 - x),
                DihedralTransform.Rot270 => (Height - 1 - x, y),
                DihedralTransform.FlipHorizontal => (y, Width - 1 - x),
                DihedralTransform.FlipVertical => (Height - 1 - y, x),
                DihedralTransform.Transpose => (x, y),
                _ => (Height - 1 - x, Width - 1 - y),
            };
            Pixels.AsSpan(((row * Width) + column) * step, step).CopyTo(pixels.AsSpan(i * step));
        }

        return new TestPicture(pixels, width, height, Layout, Seed);
    }

    /// <summary>The same grey picture with three equal channels.</summary>
    internal TestPicture AsRgb()
    {
        var pixels = new byte[Pixels.Length * 3];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = Pixels[i / 3];
        }

        return new TestPicture(pixels, Width, Height, PixelLayout.Rgb24, Seed);
    }
}
