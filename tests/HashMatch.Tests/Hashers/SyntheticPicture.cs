using HashMatch.Hashers;

namespace HashMatch.Tests.Hashers;

/// <summary>A generated picture that golden tables name instead of holding it; <c>testdata/golden/README.md</c> has the formulas.</summary>
sealed record SyntheticPicture(string Generator, uint Seed, int Width, int Height)
{
    public override string ToString() => $"{Generator} {Seed} {Width}x{Height}";

    /// <summary>RGB, row after row.</summary>
    internal byte[] Pixels()
    {
        var pixels = new byte[Width * Height * (int)PixelLayout.Rgb24];
        var state = Seed;
        var i = 0;
        for (uint y = 0; y < Height; y++)
        {
            for (uint x = 0; x < Width; x++)
            {
                for (uint c = 0; c < 3; c++)
                {
                    state = (state * 1664525) + 1013904223;
                    pixels[i++] = (byte)(Generator switch
                    {
                        "lcg" => state >> 24,
                        "xor" => (x * (c + 1)) ^ (y * (3 - c)),
                        "grad" => Gradient(x, y, c),
                        "blocks" => Block(x * 8 / (uint)Width, y * 8 / (uint)Height, c),
                        "flat" => Seed,
                        _ => throw new InvalidDataException(Generator),
                    });
                }
            }
        }

        return pixels;
    }

    uint Gradient(uint x, uint y, uint channel) => channel switch
    {
        0 => x * 255 / (uint)Math.Max(Width - 1, 1),
        1 => y * 255 / (uint)Math.Max(Height - 1, 1),
        _ => (x + y) * 255 / (uint)Math.Max(Width + Height - 2, 1),
    };

    uint Block(uint blockX, uint blockY, uint channel)
    {
        var k = (blockX * 73856093) ^ (blockY * 19349663) ^ (channel * 83492791) ^ Seed;
        k ^= k >> 13;
        k *= 0x5bd1e995;
        return k ^ (k >> 15);
    }
}
