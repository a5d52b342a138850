using System.Text.Json;

namespace HashMatch.Cli.Tests;

public sealed class EvalTests : IDisposable
{
    static readonly string[] s_scenes = ["brick.jpg", "pebbles.jpg", "skyline.jpg", "still-life-2.jpg"];

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_bytes_come_out_for_every_thread_count_the_page_too()
    {
        var folder = RepositoryFiles.Path("testdata", "images", "cards");

        var one = CommandRun.Of("eval", folder, "--threads", "1", "--html", _folder.Path("one.html"));
        var three = CommandRun.Of("eval", folder, "--threads", "3", "--html", _folder.Path("three.html"));

        Assert.Equal(ExitCode.Done, one.ExitCode);
        Assert.Equal(one.Output, three.Output);
        Assert.Equal(File.ReadAllBytes(_folder.Path("one.html")), File.ReadAllBytes(_folder.Path("three.html")));
    }

    [Fact]
    public void Records_tell_of_the_run_the_algorithms_and_every_alteration()
    {
        WriteThree();

        var run = CommandRun.Of("eval", _folder.Root, "--algorithm", "dhash");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.All(run.Records, record => Assert.Equal("hashmatch/eval@1", record.GetProperty("schema").GetString()));
        Assert.Equal(3, run.Records[0].GetProperty("pictures").GetInt32());
        var algorithm = Assert.Single(run.Records, record => Kind(record) == "algorithm");
        Assert.Equal(3, algorithm.GetProperty("originalPairs").GetInt32());
        Assert.Equal(7, algorithm.GetProperty("atDefault").GetProperty("radius").GetInt32());
        Assert.Equal(33, algorithm.GetProperty("roc").GetArrayLength());
        Assert.Equal(3, algorithm.GetProperty("distances").GetProperty("originals").EnumerateArray().Sum(count => count.GetInt64()));
        var identical = run.Records.First(record => Kind(record) == "alteration");
        Assert.Equal("identical", identical.GetProperty("alteration").GetString());
        Assert.Equal(1, identical.GetProperty("algorithms").GetProperty("dhash").GetProperty("recallAtDefault").GetDouble());
        Assert.True(run.Records.Count(record => Kind(record) == "alteration") > 80);
    }

    [Fact]
    public void What_cannot_be_read_is_told_and_the_rest_evaluated()
    {
        WriteThree();
        _folder.Write("a-text.jpg", "no picture");

        var run = CommandRun.Of("eval", _folder.Root, "--algorithm", "dhash");

        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        Assert.Equal(("failed", _folder.Path("a-text.jpg"), "unsupported-format"),
            (Kind(run.Records[0]), run.Records[0].GetProperty("path").GetString(), run.Records[0].GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal((3, 1), (run.Records[1].GetProperty("pictures").GetInt32(), run.Records[1].GetProperty("failed").GetInt32()));
    }

    [Fact]
    public void Known_groups_are_left_out_and_unknown_paths_are_warned_of()
    {
        WriteThree();
        var groups = _folder.Write("groups/same.tsv", "a.bmp\tb.bmp\tz.bmp\n");

        var run = CommandRun.Of("eval", _folder.Path("a.bmp"), _folder.Path("b.bmp"), _folder.Path("c.bmp"), "--algorithm", "dhash", "--same", groups);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(1, run.Records[0].GetProperty("samePairs").GetInt32());
        Assert.Equal(2, run.Records[1].GetProperty("originalPairs").GetInt32());
        Assert.Contains("'z.bmp'", run.Error, StringComparison.Ordinal);
        Assert.Equal("", CommandRun.Of("eval", _folder.Path("a.bmp"), "--algorithm", "dhash", "--same", groups, "--quiet").Error);
    }

    [Fact]
    public void Groups_that_cannot_be_used_end_the_run_before_anything_is_measured()
    {
        var text = _folder.Write("text.jpg", "no picture");

        Assert.Equal((ExitCode.Unusable, ""), CommandRun.Of("eval", text, "--same", _folder.Write("bad.tsv", "a.bmp\n")) is var run ? (run.ExitCode, run.Output) : default);
    }

    [Theory]
    [InlineData("none/page.html", "there is no folder '")]
    [InlineData("", "it is a folder")]
    public void A_page_that_has_no_place_ends_the_run_before_anything_is_measured(string page, string why)
    {
        var run = CommandRun.Of("eval", _folder.Write("text.jpg", "no picture"), "--html", _folder.Path(page));

        Assert.Equal((ExitCode.Unusable, ""), (run.ExitCode, run.Output));
        Assert.Contains($"the page '{_folder.Path(page)}' could not be written: {why}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_has_a_row_a_radius_and_text_a_row_an_alteration()
    {
        WriteThree();

        var rows = CommandRun.Of("eval", _folder.Root, "--algorithm", "dhash", "--format", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var text = CommandRun.Of("eval", _folder.Root, "--algorithm", "dhash", "--format", "text").Output;

        Assert.All(rows, row => Assert.Equal(rows[0].Count(c => c == ','), row.Count(c => c == ',')));
        Assert.Equal(33, rows.Count(row => row.StartsWith("recall,dhash,identical,", StringComparison.Ordinal)));
        Assert.Contains("recall,dhash,identical,none,0,3,3,1,0,", rows.Single(row => row.StartsWith("recall,dhash,identical,none,0,", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Matches(@"(?m)^identical +100\.0$", text);
    }

    [Fact]
    public void Regions_find_cut_and_framed_scenes_that_hashes_do_not()
    {
        string[] scenes = [.. s_scenes.Select(name => RepositoryFiles.Path("testdata", "images", "scenes", name))];

        var run = CommandRun.Of(["eval", .. scenes, "--algorithm", "regions", "--algorithm", "pdq-forms", "--threads", "1"]);
        var again = CommandRun.Of(["eval", .. scenes, "--algorithm", "regions", "--algorithm", "pdq-forms", "--threads", "3"]);

        Assert.Equal(run.Output, again.Output);
        Assert.Equal(["pdq-forms", "regions"], run.Records.Where(record => Kind(record) == "algorithm").Select(record => record.GetProperty("algorithm").GetString()));
        foreach (var alteration in (string[])["crop-20-two", "screenshot"])
        {
            var algorithms = run.Records.Single(record => Kind(record) == "alteration" && record.GetProperty("alteration").GetString() == alteration).GetProperty("algorithms");
            Assert.InRange(algorithms.GetProperty("pdq-forms").GetProperty("recallAtDefault").GetDouble(), 0, 0.25);
            Assert.Equal(1, algorithms.GetProperty("regions").GetProperty("recallAtDefault").GetDouble());
        }

        var regions = run.Records.Single(record => Kind(record) == "algorithm" && record.GetProperty("algorithm").GetString() == "regions");
        Assert.Equal(124, regions.GetProperty("atDefault").GetProperty("radius").GetInt32());
        Assert.Equal(0, regions.GetProperty("atDefault").GetProperty("falseMatches").GetInt32());
        Assert.True(regions.GetProperty("atDefault").GetProperty("recall").GetDouble() > 0.9);
    }

    [Fact]
    public void Pictures_are_needed_not_hashes()
    {
        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("eval").ExitCode);
        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("eval", _folder.Root, "--hashes-from", "hashes.jsonl").ExitCode);
        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("eval", _folder.Root, "--algorithm", "none").ExitCode);
        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("eval", "--files-from", "-", "--same", "-").ExitCode);
    }

    void WriteThree()
    {
        _folder.WritePicture("a.bmp", seed: 1);
        _folder.WritePicture("b.bmp", seed: 2);
        _folder.WritePicture("c.bmp", seed: 3);
    }

    static string? Kind(JsonElement record) => record.GetProperty("kind").GetString();
}
