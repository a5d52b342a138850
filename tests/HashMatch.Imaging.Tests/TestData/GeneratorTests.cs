
namespace HashMatch.Imaging.Tests.TestData;

/// <summary>What is committed under <c>testdata</c> is what the generator writes, here and now.</summary>
public sealed class GeneratorTests(GeneratedFolder generated) : IClassFixture<GeneratedFolder>
{
    // Lossy encoders may round differently on another processor; two steps in the mean is less than their own loss.
    const double LossyTolerance = 2;

    // A palette or a lossy codec stands between the drawn pixels and these.
    static readonly string[] s_lossy = [".jpg", ".avif", ".gif", ".webp", "palette.png"];

    readonly string _root = generated.Root;

    [Fact]
    public void The_same_files_are_committed_and_written() => Assert.Equal(Files(RepositoryFiles.TestData), Files(_root));

    [Theory]
    [InlineData("golden/scenes.tsv")]
    [InlineData("lists/known.csv")]
    [InlineData("lists/known.jsonl")]
    [InlineData("lists/known-md5.txt")]
    [InlineData("lists/ignore.csv")]
    [InlineData("expected-verdicts.tsv")]
    [InlineData("expected-verdicts-all-lists.tsv")]
    public void Tables_and_lists_are_the_same_text(string path) =>
        Assert.Equal(File.ReadAllText(Path.Combine(RepositoryFiles.TestData, path)),
            File.ReadAllText(Path.Combine(_root, path)));

    [Fact]
    public void Images_are_the_same_bytes_or_where_an_encoder_may_differ_the_same_picture()
    {
        var different = Files(_root).Where(path => path.StartsWith("images/", StringComparison.Ordinal) && !IsSame(path));
        Assert.Empty(different);
    }

    bool IsSame(string path)
    {
        var committed = File.ReadAllBytes(Path.Combine(RepositoryFiles.TestData, path));
        var written = File.ReadAllBytes(Path.Combine(_root, path));
        if (committed.AsSpan().SequenceEqual(written))
        {
            return true;
        }

        if (path.EndsWith(".bmp", StringComparison.Ordinal))
        {
            return false;
        }

        if (path.StartsWith("images/broken/", StringComparison.Ordinal))
        {
            return Pixels.TryDecode(committed) is null && Pixels.TryDecode(written) is null;
        }

        var tolerance = s_lossy.Any(end => path.EndsWith(end, StringComparison.Ordinal)) ? LossyTolerance : 0;
        return Pixels.MeanDifference(committed, written) <= tolerance;
    }

    // Other golden tables and the README beside the data are not the generator's.
    static List<string> Files(string root) =>
        [.. from file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(root, file).Replace('\\', '/')
            where path.StartsWith("images/", StringComparison.Ordinal) || path.StartsWith("lists/", StringComparison.Ordinal)
            orderby path
            select path];
}
