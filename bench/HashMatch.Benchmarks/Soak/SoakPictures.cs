using System.Globalization;
using HashMatch.Hashers;
using HashMatch.Imaging;

namespace HashMatch.Benchmarks.Soak;

/// <summary>Seeded small pictures: soft colour fields, every tenth an earlier one saved again, one of a thousand cut off.</summary>
static class SoakPictures
{
    /// <summary>Files in a folder.</summary>
    const int Folder = 1000;

    /// <summary>One of so many files is a copy.</summary>
    const int CopyEvery = 10;

    /// <summary>One of so many files ends early.</summary>
    const int BrokenEvery = 1000;

    const int Side = 96;
    const int Cells = 25;

    /// <summary>Writes the pictures, as JPEGs of about 2 KB.</summary>
    internal static void Write(string root, int count)
    {
        Parallel.For(0, (count + Folder - 1) / Folder, folder =>
        {
            var path = Directory.CreateDirectory(Path.Join(root, folder.ToString("00000", CultureInfo.InvariantCulture))).FullName;
            var pixels = new byte[Side * Side * (int)PixelLayout.Rgb24];
            for (var number = folder * Folder; number < Math.Min(count, (folder + 1) * Folder); number++)
            {
                File.WriteAllBytes(Path.Join(path, string.Create(CultureInfo.InvariantCulture, $"{number:0000000}.jpg")), Encode(number, pixels));
            }
        });
    }

    static byte[] Encode(int number, byte[] pixels)
    {
        var copy = number % CopyEvery == CopyEvery - 1;
        Draw(copy ? number - CopyEvery / 2 : number, pixels);
        var bytes = ImageEncoder.EncodeJpeg(new PixelView(pixels, Side, Side, PixelLayout.Rgb24), copy ? 60 : 85);
        return number % BrokenEvery == BrokenEvery / 2 ? bytes[..(bytes.Length / 2)] : bytes;
    }

    /// <summary>A grid of random colours, blended between: fine enough to fill all of the frequencies that PDQ looks at, and no two alike.</summary>
    static void Draw(int seed, byte[] pixels)
    {
        var random = new Random(seed);
        var grid = new byte[Cells * Cells * 3];
        random.NextBytes(grid);
        const float Step = (Cells - 1) / (float)Side;
        for (var y = 0; y < Side; y++)
        {
            var row = (int)(y * Step);
            var down = y * Step - row;
            for (var x = 0; x < Side; x++)
            {
                var column = (int)(x * Step);
                var right = x * Step - column;
                for (var channel = 0; channel < 3; channel++)
                {
                    var at = (row * Cells + column) * 3 + channel;
                    var above = grid[at] + (grid[at + 3] - grid[at]) * right;
                    var below = grid[at + Cells * 3] + (grid[at + Cells * 3 + 3] - grid[at + Cells * 3]) * right;
                    pixels[(y * Side + x) * 3 + channel] = (byte)(above + (below - above) * down);
                }
            }
        }
    }
}
