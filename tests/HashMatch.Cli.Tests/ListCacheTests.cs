using HashMatch.Lists;

namespace HashMatch.Cli.Tests;

public sealed class ListCacheTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string Cache => _folder.Path("kept");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("scan")]
    [InlineData("match")]
    public void The_output_is_the_same_without_with_and_from_what_was_kept(string verb)
    {
        var list = WriteList();
        string[] run = [verb, _folder.Path("p"), "--known", list, "--ignore", list];

        var plain = CommandRun.Of(run);
        var first = CommandRun.Of([.. run, "--list-cache", Cache]);
        var second = CommandRun.Of([.. run, "--list-cache", Cache]);

        Assert.Equal(["known", "known"], plain.Records.Take(2).Select(record => record.GetProperty("verdict").GetString()));
        Assert.Contains("rows were left out", plain.Error, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Cache).Length);
        Assert.Equal((plain.ExitCode, plain.Output, Warnings(plain)), (first.ExitCode, first.Output, Warnings(first)));
        Assert.Equal((plain.ExitCode, plain.Output, Warnings(plain)), (second.ExitCode, second.Output, Warnings(second)));
        Assert.Equal(ExitCode.Unusable, CommandRun.Of([.. run, "--list-cache", Cache, "--strict"]).ExitCode);
    }

    [Fact]
    public void A_new_version_of_a_list_counts_at_once()
    {
        var list = WriteList();
        string[] run = ["match", _folder.Path("p"), "--known", list, "--list-cache", Cache];
        CommandRun.Of(run);

        File.WriteAllText(list, File.ReadAllText(list).Replace("\"A\"", "\"B\"", StringComparison.Ordinal));

        var changed = CommandRun.Of(run);
        Assert.Equal(CommandRun.Of(run[..^2]).Output, changed.Output);
        Assert.Contains("\"B\"", changed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_named_and_the_verdicts_are_right()
    {
        string[] run = ["match", _folder.Path("p"), "--known", WriteList(), "--list-cache", Cache];
        var good = CommandRun.Of(run);
        var kept = Assert.Single(Directory.GetFiles(Cache));
        var bytes = File.ReadAllBytes(kept);
        bytes[4097] ^= 1;
        File.WriteAllBytes(kept, bytes);

        var damaged = CommandRun.Of(run);

        Assert.Equal((good.ExitCode, good.Output), (damaged.ExitCode, damaged.Output));
        Assert.Contains(kept, Assert.Single(Warnings(damaged).Split('\n'), line => line.Contains("damaged", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(Warnings(good), Warnings(CommandRun.Of(run)));
        File.WriteAllBytes(kept, bytes);
        Assert.Empty(CommandRun.Of([.. run, "--quiet"]).Error);
    }

    [Fact]
    public void A_catalogue_keeps_its_lists_beside_it_and_they_are_no_inputs()
    {
        var list = WriteList();
        string[] run = ["scan", _folder.Root, "--exclude", "list.jsonl", "--known", list];
        var plain = CommandRun.Of(run);

        var first = CommandRun.Of([.. run, "--catalog", _folder.Path("a.db")]);
        var second = CommandRun.Of([.. run, "--catalog", _folder.Path("a.db")]);

        Assert.Single(Directory.GetFiles(_folder.Path("a.db-lists")));
        Assert.Equal(plain.Output, first.Output);
        Assert.Equal(plain.Output, second.Output);
        CommandRun.Of([.. run, "--catalog", _folder.Path("b.db"), "--list-cache", Cache]);
        Assert.False(Directory.Exists(_folder.Path("b.db-lists")));
        Assert.Single(Directory.GetFiles(Cache));
    }

    [Fact]
    public void Pictures_in_the_folder_stay_inputs()
    {
        string[] run = ["match", _folder.Path("p"), "--known", WriteList()];

        Assert.Equal(CommandRun.Of(run).Output, CommandRun.Of([.. run, "--list-cache", _folder.Path("p")]).Output);
        Assert.Single(Directory.GetFiles(_folder.Path("p"), "*.hml"));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_costs_a_warning_alone()
    {
        string[] run = ["match", _folder.Path("p"), "--known", WriteList()];

        var without = CommandRun.Of([.. run, "--list-cache", _folder.Path("none/kept")]);

        Assert.Equal(CommandRun.Of(run).Output, without.Output);
        Assert.Contains(_folder.Path("none/kept"), without.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Path("none")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-x")]
    public void A_name_that_is_none_is_wrong_usage(string name) =>
        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("match", _folder.WritePicture("p/1.bmp", seed: 1), "--known", "x", "--list-cache", name).ExitCode);

    /// <summary>A list with near and equal entries and a bad row, large enough to be kept, and the pictures it is matched with.</summary>
    string WriteList()
    {
        _folder.WritePicture("p/1.bmp", seed: 1);
        _folder.WritePicture("p/2.bmp", seed: 2, brighten: 4);
        _folder.WritePicture("p/3.bmp", seed: 3);
        var near = CommandRun.Of("hash", _folder.WritePicture("other.bmp", seed: 2), "--digests").Records[0];
        var same = CommandRun.Of("hash", _folder.Path("p/1.bmp"), "--digests").Records[0];
        File.Delete(_folder.Path("other.bmp"));
        return _folder.Write("list.jsonl", $$"""
            {"name":"demo","version":"3"}
            {"id":"near","pdq":"{{near.GetProperty("hash").GetString()}}","labels":["A"]}
            {"id":"same","sha256":"{{same.GetProperty("sha256").GetString()}}","labels":["A"]}
            {"id":"bad","pdq":"0"}

            """ + new string('\n', KnownListCache.LeastBytes));
    }

    /// <summary>What is said besides the summary, which has the time in it.</summary>
    static string Warnings(CommandRun run) =>
        string.Join('\n', run.Error.Split('\n').Where(line => line.StartsWith("hashmatch:", StringComparison.Ordinal)));
}
