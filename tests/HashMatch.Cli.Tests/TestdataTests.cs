namespace HashMatch.Cli.Tests;

/// <summary>The command on the project's own pictures: every verdict, as the generator of the pictures intends.</summary>
public class TestdataTests
{
    [Theory]
    [InlineData("expected-verdicts.tsv")]
    [InlineData("expected-verdicts-all-lists.tsv", "known-md5.txt")]
    [InlineData("expected-verdicts-all-lists.tsv", "known.jsonl")]
    public void A_scan_says_what_the_pictures_were_made_for(string expected, params string[] moreLists)
    {
        string[] lists = ["known.csv", .. moreLists];
        string[] args = ["scan", RepositoryFiles.Path("testdata", "images"), "--ignore", List("ignore.csv"), .. lists.SelectMany(list => new[] { "--known", List(list) })];

        var run = CommandRun.Of(args);

        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        Assert.Equal(
            File.ReadLines(RepositoryFiles.Path("testdata", expected)),
            run.Records.Select(record =>
                $"{Path.GetRelativePath(RepositoryFiles.TestData, record.GetProperty("path").GetString()!).Replace('\\', '/')}\t{record.GetProperty("verdict").GetString()}"));
    }

    [Fact]
    public void The_same_bytes_come_out_for_every_order_and_thread_count()
    {
        var root = RepositoryFiles.Path("testdata", "images");
        string[] files = [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)];
        var expected = CommandRun.Of("scan", root, "--known", List("known.csv"), "--threads", "1").Output;
        new Random(3).Shuffle(files);

        Assert.Equal(expected, CommandRun.Of("scan", root, "--known", List("known.csv"), "--threads", "2").Output);
        Assert.Equal(expected, CommandRun.Of(["scan", .. files, "--known", List("known.csv"), "--threads", "3"]).Output);
    }

    static string List(string name) => RepositoryFiles.Path("testdata", "lists", name);
}
