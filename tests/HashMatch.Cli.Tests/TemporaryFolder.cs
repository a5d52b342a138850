namespace HashMatch.Cli.Tests;

/// <summary>A folder of a test's own, gone with it, and small pictures to put there.</summary>
sealed class TemporaryFolder : IDisposable
{
    internal string Root { get; } = Directory.CreateTempSubdirectory("hashmatch-").FullName;

    internal string Path(string relative) => $"{Root}/{relative}";

    internal string Write(string relative, string text)
    {
        var path = MakeRoom(relative);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A textured picture of soft random blobs: equal seeds give near pictures at every size.</summary>
    /// <param name="relative">Where in the folder.</param>
    /// <param name="seed">Which picture.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows, without bars.</param>
    /// <param name="brighten">Added to every pixel.</param>
    /// <param name="mirrored">Whether left and right are exchanged.</param>
    /// <param name="turned">Whether it is rotated by a quarter, counter-clockwise.</param>
    /// <param name="bars">Black rows above and below.</param>
    internal string WritePicture(string relative, int seed, int width = 128, int height = 96, int brighten = 0,
        bool mirrored = false, bool turned = false, int bars = 0)
    {
        var path = MakeRoom(relative);
        int Pixel(int x, int y) => Texture(seed, (mirrored ? width - 1 - x : x) / (double)width, y / (double)height) + brighten;
        File.WriteAllBytes(path, turned
            ? Bitmap(height, width, (x, y) => Pixel(width - 1 - y, x))
            : Bitmap(width, height + (2 * bars), (x, y) => y < bars || y >= height + bars ? 0 : Pixel(x, y - bars)));
        return path;
    }

    /// <summary>Upright stripes: plenty of edges, but empty at all frequencies a hash is made of.</summary>
    internal string WriteStripes(string relative, int width)
    {
        var path = MakeRoom(relative);
        File.WriteAllBytes(path, Bitmap(240, 160, (x, _) => x / width % 2 * 255));
        return path;
    }

    /// <summary>A picture of one colour: its hash says nothing.</summary>
    internal string WriteFlatPicture(string relative, int value)
    {
        var path = MakeRoom(relative);
        File.WriteAllBytes(path, Bitmap(64, 48, (_, _) => value));
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    string MakeRoom(string relative)
    {
        var path = Path(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    static int Texture(int seed, double x, double y)
    {
        Random random = new(seed);
        var value = 128.0;
        for (var i = 0; i < 24; i++)
        {
            var (u, v, strength) = (random.NextDouble(), random.NextDouble(), random.Next(-90, 90));
            value += strength / (1 + 60 * (((x - u) * (x - u)) + ((y - v) * (y - v))));
        }

        return (int)value;
    }

    /// <summary>An uncompressed 24-bit bitmap, the simplest file there is.</summary>
    static byte[] Bitmap(int width, int height, Func<int, int, int> grey)
    {
        var stride = ((3 * width) + 3) & ~3;
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write("BM"u8);
        writer.Write(54 + (stride * height));
        writer.Write(0);
        writer.Write(54);
        writer.Write(40);
        writer.Write(width);
        writer.Write(height);
        writer.Write((short)1);
        writer.Write((short)24);
        writer.Write(0);
        writer.Write(stride * height);
        writer.Write(2835);
        writer.Write(2835);
        writer.Write(0);
        writer.Write(0);
        var row = new byte[stride];
        for (var y = height - 1; y >= 0; y--)
        {
            for (var x = 0; x < width; x++)
            {
                row.AsSpan(3 * x, 3).Fill((byte)Math.Clamp(grey(x, y), 0, 255));
            }

            writer.Write(row);
        }

        return stream.ToArray();
    }
}
