using System.Text.Json;

namespace HashMatch.Cli.Tests;

/// <summary>Parts of pictures: looked for when asked for, shown to a person, never called repeats.</summary>
public sealed class RegionTests : IDisposable
{
    static readonly string s_scenes = RepositoryFiles.Path("testdata", "images", "scenes");

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_cut_scene_is_uncertain_and_names_what_it_was_cut_from()
    {
        var record = ScanDetail("--regions").Records[1];
        var first = record.GetProperty("firstGeneration");

        Assert.Equal(("uncertain", "region-match", "medium"), (Text(record, "verdict"), Text(record, "reason"), Text(record, "attention")));
        Assert.Equal((Scene("still-life-2.jpg"), "region"), (Text(first, "path"), Text(first, "transform")));
        Assert.False(first.TryGetProperty("distance", out _));
        Assert.InRange(first.GetProperty("regions").GetInt32(), 4, 128);
        Assert.Equal(1, first.GetProperty("scale").GetDouble(), 0.05);
        Assert.InRange(first.GetProperty("offsetX").GetInt32(), -120, -80);
        Assert.InRange(first.GetProperty("offsetY").GetInt32(), -100, -50);
    }

    [Fact]
    public void Nobody_looks_for_parts_unasked_and_the_number_asked_for_is_heeded()
    {
        Assert.Equal("first-generation", Text(ScanDetail().Records[1], "verdict"));
        Assert.Equal("first-generation", Text(ScanDetail("--regions", "100").Records[1], "verdict"));
        Assert.Equal("uncertain", Text(ScanDetail("--regions", "4").Records[1], "verdict"));
    }

    [Fact]
    public void Csv_and_text_tell_of_the_regions_too()
    {
        var regions = ScanDetail("--regions").Records[1].GetProperty("firstGeneration").GetProperty("regions").GetInt32();
        var rows = ScanDetail("--regions", "--format", "csv").Output.Split('\n');
        var text = ScanDetail("--regions", "--format", "text").Output;

        Assert.Contains(",firstGenerationTransform,firstGenerationRegions,", rows[0], StringComparison.Ordinal);
        Assert.Contains($",region,{regions},", rows[2], StringComparison.Ordinal);
        Assert.Equal(rows[0].Count(c => c == ','), rows[2].Count(c => c == ','));
        Assert.Contains($"{regions} regions agree with {Scene("still-life-2.jpg")}, scaled by 1 to (-", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_bytes_come_out_for_every_thread_count()
    {
        var images = RepositoryFiles.Path("testdata", "images");
        string[] folders = [$"{images}/memes", s_scenes, $"{images}/uncertain", $"{images}/variants"];

        var one = CommandRun.Of(["scan", .. folders, "--regions", "--threads", "1"]);
        var four = CommandRun.Of(["scan", .. folders.Reverse(), "--regions", "--threads", "4"]);

        Assert.Equal(one.Output, four.Output);
        Assert.Contains(one.Records, record => record.TryGetProperty("reason", out var reason) && reason.GetString() == "region-match");
    }

    [Fact]
    public void Scenes_are_strangers_to_one_another()
    {
        var records = CommandRun.Of("scan", s_scenes, "--regions").Records;

        Assert.Equal(20, records.Count);
        Assert.DoesNotContain("region-match", records.Select(record => record.TryGetProperty("reason", out var reason) ? reason.GetString() : ""));
    }

    [Fact]
    public void Hashes_of_an_earlier_run_are_matched_without_regions_and_a_warning_says_so()
    {
        var hashes = _folder.Write("hashes.jsonl", CommandRun.Of("hash", Scene("still-life-2.jpg"), Detail).Output);

        var run = CommandRun.Of("scan", "--hashes-from", hashes, "--regions");

        Assert.All(run.Records, record => Assert.Equal("first-generation", Text(record, "verdict")));
        Assert.Contains("2 hash records carry no regions", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_tells_how_many_regions_agree_and_where()
    {
        var record = CommandRun.Of("compare", Scene("still-life-2.jpg"), Detail, "--regions").Records[0];
        var strangers = CommandRun.Of("compare", Scene("brick.jpg"), Scene("meadow.jpg"), "--regions").Records[0];
        var csv = CommandRun.Of("compare", Scene("still-life-2.jpg"), Detail, "--regions", "--format", "csv").Output.Split('\n');
        var plain = CommandRun.Of("compare", Scene("still-life-2.jpg"), Detail).Records[0];

        Assert.Equal(("uncertain", "region-match"), (Text(record, "verdict"), Text(record, "reason")));
        Assert.Equal(1, record.GetProperty("scale").GetDouble(), 0.05);
        Assert.Contains("regions agree with A, scaled by 1 to (-", Text(record, "why"), StringComparison.Ordinal);
        Assert.InRange(strangers.GetProperty("regions").GetInt32(), 0, 3);
        Assert.Equal("first-generation", Text(strangers, "verdict"));
        Assert.EndsWith($",{record.GetProperty("regions")},{record.GetProperty("scale")},{record.GetProperty("offsetX")},{record.GetProperty("offsetY")}", csv[1], StringComparison.Ordinal);
        Assert.False(plain.TryGetProperty("regions", out _));
    }

    [Fact]
    public void The_fast_profile_gives_offsets_in_pixels_of_the_files()
    {
        var exact = CommandRun.Of("compare", Scene("still-life-2.jpg"), Detail, "--regions").Records[0];
        var fast = CommandRun.Of("compare", Scene("still-life-2.jpg"), Detail, "--regions", "--profile", "pdq-fast").Records[0];

        Assert.Equal(exact.GetProperty("offsetX").GetDouble(), fast.GetProperty("offsetX").GetDouble(), 8.0);
        Assert.Equal(exact.GetProperty("scale").GetDouble(), fast.GetProperty("scale").GetDouble(), 0.05);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("257")]
    [InlineData("pictures")]
    public void A_path_behind_the_option_or_a_number_out_of_range_is_refused(string value)
    {
        var run = CommandRun.Of("scan", "--regions", value);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains($"not '{value}': write paths before it", run.Error, StringComparison.Ordinal);
    }

    static string Detail => RepositoryFiles.Path("testdata", "images", "variants", "still-life-2-detail.jpg");

    static string Scene(string name) => $"{s_scenes}/{name}";

    static CommandRun ScanDetail(params string[] options) => CommandRun.Of(["scan", Scene("still-life-2.jpg"), Detail, .. options]);

    static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
