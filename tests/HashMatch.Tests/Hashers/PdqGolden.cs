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

    internal byte[] Pixels() => new SyntheticPicture(Generator, Seed, Width, Height).Pixels();

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
