using System.Globalization;
using HashMatch.Hashes;

namespace HashMatch.Tests.Hashers;

/// <summary>One line of <c>testdata/golden/small-hashes-synthetic.tsv</c>: a generated picture and its hashes elsewhere.</summary>
sealed record SmallHashGolden(SyntheticPicture Picture, Hash64 Phash, Hash64 Dhash, Hash64 Ahash, Hash256 Blockhash)
{
    internal static SmallHashGolden[] All { get; } =
        [.. File.ReadLines(RepositoryFiles.Path("testdata", "golden", "small-hashes-synthetic.tsv")).Skip(1).Select(Parse)];

    static SmallHashGolden Parse(string line)
    {
        var cells = line.Split('\t');
        var sides = cells[2].Split('x');
        return new SmallHashGolden(
            new SyntheticPicture(
                cells[0], uint.Parse(cells[1], CultureInfo.InvariantCulture),
                int.Parse(sides[0], CultureInfo.InvariantCulture), int.Parse(sides[1], CultureInfo.InvariantCulture)),
            Hash64.Parse(cells[3]), Hash64.Parse(cells[4]), Hash64.Parse(cells[5]), Hash256.Parse(cells[6]));
    }
}
