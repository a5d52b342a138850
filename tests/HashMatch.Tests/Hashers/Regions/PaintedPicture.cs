using HashMatch.Hashers;

namespace HashMatch.Tests.Hashers.Regions;

/// <summary>A picture of overlapping discs and boxes of all sizes, made from a seed: it has places that stand out.</summary>
static class PaintedPicture
{
    internal static TestPicture Of(int seed, int width = 480, int height = 360)
    {
        var random = new Random(seed);
        var pixels = new byte[width * height];
        pixels.AsSpan().Fill(128);
        for (var i = 0; i < 150; i++)
        {
            var (x, y) = (random.Next(width), random.Next(height));
            var (across, down) = (random.Next(4, 40), random.Next(4, 40));
            var (shade, isDisc) = ((byte)random.Next(256), random.Next(2) == 0);
            for (var row = Math.Max(0, y - down); row < Math.Min(height, y + down); row++)
            {
                for (var column = Math.Max(0, x - across); column < Math.Min(width, x + across); column++)
                {
                    var (dx, dy) = ((column - x) / (double)across, (row - y) / (double)down);
                    if (!isDisc || (dx * dx) + (dy * dy) < 1)
                    {
                        pixels[(row * width) + column] = shade;
                    }
                }
            }
        }

        return new TestPicture(pixels, width, height, PixelLayout.Grey8, seed);
    }

    /// <summary>The part from a corner on.</summary>
    internal static TestPicture Cut(TestPicture picture, int x, int y, int width, int height)
    {
        var pixels = new byte[width * height];
        for (var row = 0; row < height; row++)
        {
            picture.View.Row(y + row).Slice(x, width).CopyTo(pixels.AsSpan(row * width));
        }

        return new TestPicture(pixels, width, height, PixelLayout.Grey8, picture.Seed);
    }

    /// <summary>A page of one shade with the picture at a place of it.</summary>
    internal static TestPicture Frame(TestPicture picture, int x, int y, int width, int height)
    {
        var pixels = new byte[width * height];
        pixels.AsSpan().Fill(240);
        for (var row = 0; row < picture.Height; row++)
        {
            picture.View.Row(row).CopyTo(pixels.AsSpan(((y + row) * width) + x));
        }

        return new TestPicture(pixels, width, height, PixelLayout.Grey8, picture.Seed);
    }
}
