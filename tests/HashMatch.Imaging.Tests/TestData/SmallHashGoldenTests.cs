using HashMatch.Hashers;
using HashMatch.TestData.Plan;

namespace HashMatch.Imaging.Tests.TestData;

/// <summary>The four small hashes of every drawn picture against what Pillow, SciPy and blockhash-core make of it.</summary>
public sealed class SmallHashGoldenTests
{
    [Fact]
    public void Every_drawn_picture_has_the_hashes_of_the_references()
    {
        var scenes = new SceneCatalog();
        var (phash, dhash, ahash, blockhash) = (new DctHasher(), new DifferenceHasher(), new AverageHasher(), new BlockHasher());

        var lines = scenes.Names.Select(name =>
        {
            var pixels = scenes[name].View;
            return $"{name}\t{phash.Hash(pixels)}\t{dhash.Hash(pixels)}\t{ahash.Hash(pixels)}\t{blockhash.Hash(pixels)}";
        });

        Assert.Equal(File.ReadLines(RepositoryFiles.Path("testdata", "golden", "small-hashes-scenes.tsv")).Skip(1), lines);
    }
}
