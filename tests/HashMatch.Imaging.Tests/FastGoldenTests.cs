using System.Globalization;
using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Imaging.Tests;

/// <summary>The fast profile from file to hash, against figures written down.</summary>
public class FastGoldenTests
{
    [Fact]
    public void Fast_hashes_are_those_written_down()
    {
        var hasher = new PdqHasher(HashProfile.PdqFast);
        var options = DecodeOptions.Default with { SufficientSide = hasher.Profile.SufficientSide };
        var rows = File.ReadLines(Path.Combine(RepositoryFiles.TestData, "golden", "pdq-fast.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        Assert.InRange(rows.Count, 50, int.MaxValue);
        foreach (var row in rows)
        {
            var file = File.ReadAllBytes(Path.Combine(RepositoryFiles.TestData, "images", row[0]));
            Assert.True(ImageDecoder.Default.TryDecode(file, options, out var image, out var error), $"{row[0]}: {error}");
            using (image)
            {
                var made = hasher.Hash(image.Pixels);
                Assert.Equal((row[0], Hash256.Parse(row[1]), int.Parse(row[2], CultureInfo.InvariantCulture)), (row[0], made.Hash, made.Quality));
            }
        }
    }
}
