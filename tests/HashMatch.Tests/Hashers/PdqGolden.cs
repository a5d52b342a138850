using System.Globalization;
using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Tests.Hashers;

/// <summary>One line of <c>testdata/golden/pdq-synthetic.tsv</c>: a generated picture and the reference's figures.</summary>
sealed record PdqGolden(
    string Generator, uint Seed, int Width, int Height, HashProfile Profile, Hash256 Hash, int Quality,
    ulong LumaFnv, ulong BlockFnv, ulong CoefficientsFnv, Hash256[] Dihedral, ulong DihedralBlockFnv)
{
    /// <summary>The transforms in the order of the table's columns.</summary>
    internal static DihedralTransform[] DihedralColumns { get; } =
    [
        DihedralTransform.Identity, DihedralTransform.Rot90, DihedralTransform.Rot180, DihedralTransform.Rot270,
        DihedralTransform.FlipVertical, DihedralTransform.FlipHorizontal,
        DihedralTransform.Transpose, DihedralTransform.Transverse,
    ];

    internal static PdqGolden[] All { get; } = Read();

    internal bool IsTooSmall => Width < 5 || Height < 5;

    public override string ToString() => $"{Generator} {Seed} {Width}x{Height} {Profile}";

    internal byte[] Pixels()
    {
        var pixels = new byte[Width * Height * 3];
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

    static PdqGolden[] Read() =>
        [.. File.ReadLines(RepositoryFiles.Path("testdata", "golden", "pdq-synthetic.tsv")).Skip(1).Select(Parse)];

    static PdqGolden Parse(string line)
    {
        var cells = line.Split('\t');
        var sides = cells[2].Split('x');
        return new PdqGolden(
            cells[0], uint.Parse(cells[1], CultureInfo.InvariantCulture),
            int.Parse(sides[0], CultureInfo.InvariantCulture), int.Parse(sides[1], CultureInfo.InvariantCulture),
            cells[3] == "1" ? HashProfile.Pdq512 : HashProfile.Pdq1,
            Hash256.Parse(cells[4]), int.Parse(cells[5], CultureInfo.InvariantCulture),
            Hex(cells[7]), Hex(cells[8]), Hex(cells[9]),
            [.. cells[10..18].Select(cell => Hash256.Parse(cell))], Hex(cells[18]));
    }

    static ulong Hex(string text) => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
