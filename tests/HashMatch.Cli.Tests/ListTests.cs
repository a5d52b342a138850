using System.Text.Json;

namespace HashMatch.Cli.Tests;

public sealed class ListTests : IDisposable
{
    const string Md5 = "d41d8cd98f00b204e9800998ecf8427e";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--known", "vics-2.0.json", "known")]
    [InlineData("--known", "vics-1.3-cases.json", "known")]
    [InlineData("--known", "hash-sharing.xml", "known")]
    [InlineData("--known", "stopncii.json", "known")]
    [InlineData("--ignore", "hash-sharing.xml", "suppressed")]
    public void Every_format_can_be_matched(string option, string list, string verdict)
    {
        // Near copies of the entry k-01, which every one of these lists holds under a number of its own.
        var run = CommandRun.Of("match", RepositoryFiles.Path("testdata", "images", "known"), option, Exchange(list), "--quiet");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains(run.Records, record => record.GetProperty("verdict").GetString() == verdict);
    }

    [Fact]
    public void Nsrl_is_ignored_by_exact_digest_and_refused_as_known()
    {
        var image = _folder.WritePicture("a.bmp", seed: 1);
        var list = _folder.Write("NSRLFile.txt", $"\"SHA-1\",\"MD5\",\"CRC32\",\"FileName\",\"FileSize\",\"ProductCode\",\"OpSystemCode\",\"SpecialCode\"\n\"\",\"{Digest(image)}\",\"0\",\"a\",1,1,\"1\",\"\"\n");

        Assert.Equal("suppressed", Assert.Single(CommandRun.Of("match", image, "--ignore", list).Records).GetProperty("verdict").GetString());
        Assert.Equal(ExitCode.Unusable, CommandRun.Of("match", image, "--known", list).ExitCode);
    }

    [Fact]
    public void What_was_imported_says_the_same_and_exports_tell_what_they_lose()
    {
        var ours = _folder.Path("ours.jsonl");
        var back = _folder.Path("back.json");
        var csv = _folder.Path("list.csv");
        var import = Assert.Single(Run(ExitCode.Done, "list", "import", Exchange("vics-2.0.json"), "-o", ours, "--name", "demo", "--list-version", "7", "--role", "known", "--radius", "20"));
        var vics = Assert.Single(Run(ExitCode.Done, "list", "export", ours, "--to", "vics", "-o", back));
        var table = Assert.Single(Run(ExitCode.Done, "list", "export", ours, "--to", "csv", "-o", csv));
        var info = Assert.Single(Run(ExitCode.Done, "list", "info", ours));
        var diff = Assert.Single(Run(ExitCode.Done, "list", "diff", Exchange("vics-2.0.json"), back));

        Assert.Equal((4, "vics"), (import.GetProperty("written").GetInt32(), import.GetProperty("from").GetString()));
        Assert.Equal(["list.name", "list.radius", "list.role", "list.version"], vics.GetProperty("lost").EnumerateObject().Select(field => field.Name));
        Assert.Equal(4, table.GetProperty("lost").GetProperty("otherHashes").GetInt32());
        Assert.Equal(("demo", "7", "known", 20), (info.GetProperty("name").GetString(), info.GetProperty("version").GetString(), info.GetProperty("role").GetString(), info.GetProperty("radius").GetInt32()));
        Assert.Equal(4, info.GetProperty("hashes").GetProperty("pdq").GetInt32());
        Assert.Equal((4, 0), (diff.GetProperty("unchanged").GetInt32(), diff.GetProperty("changed").GetInt32()));
    }

    [Fact]
    public void Validate_names_every_bad_row_and_never_a_hash()
    {
        var list = _folder.Write("list.txt", $"{Md5}\n{Md5}0\n\nnone\n");
        var run = CommandRun.Of("list", "validate", list, Exchange("stopncii.json"));

        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        Assert.Equal([2, 4], run.Records.Take(2).Select(record => record.GetProperty("line").GetInt32()));
        Assert.Equal((1, 2), (run.Records[2].GetProperty("entries").GetInt32(), run.Records[2].GetProperty("rejected").GetInt32()));
        Assert.DoesNotContain(Md5[..8], run.Output + run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CommandRun.Of("list", "validate", Exchange("stopncii.json")).ExitCode);
        Assert.Equal(ExitCode.Done, CommandRun.Of("list", "info", list).ExitCode);
        Assert.Equal(ExitCode.Unusable, CommandRun.Of("list", "validate", list, "--strict").ExitCode);
        Assert.Equal(ExitCode.Unusable, CommandRun.Of("list", "validate", _folder.Write("cut.json", "{\"hashRecords\":[{")).ExitCode);
        Assert.Equal(ExitCode.Unusable, CommandRun.Of("list", "validate", _folder.Path("none")).ExitCode);
    }

    [Fact]
    public void Labels_and_hashes_of_more_names_than_a_record_shows_are_counted_too()
    {
        var list = _folder.Write("list.jsonl", string.Concat(Enumerable.Range(0, 300).Select(i =>
            $"{{\"id\":\"{i}\",\"md5\":\"{Md5}\",\"labels\":[\"l-{i:000}\"],\"otherHashes\":[{{\"name\":\"h-{i:000}\",\"value\":\"00\"}}]}}\n")));

        var info = Assert.Single(Run(ExitCode.Done, "list", "info", list));

        Assert.Equal((256, 44, 256, 45), (info.GetProperty("labels").EnumerateObject().Count(), info.GetProperty("moreLabels").GetInt32(),
            info.GetProperty("hashes").EnumerateObject().Count(), info.GetProperty("moreHashes").GetInt32()));
        Assert.EndsWith(",45,44\n", CommandRun.Of("list", "info", list, "--format", "csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_four_digits_alone_need_their_type()
    {
        var list = _folder.Write("list.txt", new string('0', 63) + "1\n");

        Assert.Equal(ExitCode.SomeFailed, CommandRun.Of("list", "validate", list).ExitCode);
        Assert.Equal(1, Assert.Single(Run(ExitCode.Done, "list", "validate", list, "--type", "sha256")).GetProperty("hashes").GetProperty("sha256").GetInt32());
    }

    [Fact]
    public void A_strict_import_with_a_bad_row_leaves_the_old_list()
    {
        var list = _folder.Write("list.jsonl", "old");
        var source = _folder.Write("source.txt", $"{Md5}\nnone\n");

        Assert.Equal(ExitCode.Unusable, CommandRun.Of("list", "import", source, "-o", list, "--strict").ExitCode);
        Assert.Equal("old", File.ReadAllText(list));
        Assert.Equal(["hashmatch/list-row@1", "hashmatch/list-write@1"], Run(ExitCode.SomeFailed, "list", "import", source, "-o", list).Select(record => record.GetProperty("schema").GetString()));
        Assert.Equal(2, Directory.GetFiles(_folder.Root).Length);
    }

    public static TheoryData<string, string> ListsWithABadRow => new()
    {
        { "pdq.txt", $"pdq {s_pdq}\npdq {s_pdq}0\n" },
        { "md5.txt", $"{Md5}  a.jpg\nzz  b.jpg\n" },
        { "table.csv", $"pdq,id\n{s_pdq},1\n,2\n" },
        { "ours.jsonl", $"{{\"name\":\"x\"}}\n{{\"id\":\"1\",\"md5\":\"{Md5}\"}}\n{{\"id\":\"2\"}}\n" },
        { "records.jsonl", $"{{\"schema\":\"hashmatch/hash@1\",\"path\":\"a\",\"status\":\"ok\",\"profile\":\"pdq-1\",\"hash\":\"{s_pdq}\"}}\n{{\"schema\":\"hashmatch/hash@1\",\"path\":\"b\",\"status\":\"failed\"}}\n" },
        { "media.json", $"{{\"@odata.context\":\"x#Media\",\"value\":[{{\"MediaID\":1,\"MD5\":\"{Md5}\"}},{{\"MediaID\":2}}]}}" },
        { "cases.json", $"{{\"@odata.context\":\"x#Cases\",\"value\":[{{\"CaseNumber\":\"1\",\"Media\":[{{\"MediaID\":1,\"MD5\":\"{Md5}\"}},7]}}]}}" },
        { "page.xml", $"<queryResult><images><image><id>1</id><fingerprints><md5>{Md5}</md5></fingerprints></image><image><id>2</id></image></images></queryResult>" },
        { "page.json", $"{{\"hashRecords\":[{{\"signalType\":\"ImageMD5\",\"hashValue\":\"{Md5}\"}},{{\"hashValue\":\"x\"}}]}}" },
        { "NSRLFile.txt", $"\"SHA-1\",\"MD5\",\"ProductCode\"\n\"\",\"{Md5}\",1\n\"zz\",\"\",1\n" },
    };

    static readonly string s_pdq = new('0', 64);

    [Theory]
    [MemberData(nameof(ListsWithABadRow))]
    public void A_bad_row_of_any_format_is_left_out_or_with_strict_ends_the_run(string name, string text)
    {
        var image = _folder.WritePicture("a.bmp", seed: 1);
        var list = _folder.Write(name, text);
        var role = name == "NSRLFile.txt" ? "--ignore" : "--known";
        string[] output = ["-o", _folder.Path("out")];

        Assert.Equal(ExitCode.Done, CommandRun.Of("match", image, role, list).ExitCode);
        Assert.Equal(ExitCode.SomeFailed, CommandRun.Of("list", "validate", list).ExitCode);
        Assert.Equal(ExitCode.Unusable, CommandRun.Of("match", image, role, list, "--strict").ExitCode);
        Assert.Equal(ExitCode.Unusable, CommandRun.Of("list", "validate", list, "--strict").ExitCode);
        Assert.Equal(ExitCode.Unusable, CommandRun.Of(["list", "import", list, .. output, "--strict"]).ExitCode);
        Assert.Equal(ExitCode.Unusable, CommandRun.Of(["list", "export", list, "--to", "csv", .. output, "--strict"]).ExitCode);
        Assert.False(File.Exists(_folder.Path("out")));
        var written = Run(ExitCode.SomeFailed, ["list", "import", list, .. output])[^1];
        Assert.Equal((1, 1), (written.GetProperty("written").GetInt32(), written.GetProperty("rejected").GetInt32()));
    }

    [Fact]
    public void An_update_is_applied_once_and_a_second_time_changes_nothing()
    {
        var list = _folder.Path("list.jsonl");
        Run(ExitCode.Done, "list", "import", _folder.Write("a.jsonl", $"{{\"name\":\"demo\",\"version\":\"1\"}}\n{{\"id\":\"1\",\"md5\":\"{Md5}\"}}\n{{\"id\":\"2\",\"md5\":\"{Md5}\"}}\n"), "-o", list);
        var before = _folder.Write("before.jsonl", File.ReadAllText(list));
        var delta = _folder.Write("b.jsonl", $"{{\"version\":\"2\"}}\n{{\"id\":\"2\",\"removed\":true}}\n{{\"id\":\"3\",\"md5\":\"{Md5}\"}}\n");

        var update = Assert.Single(Run(ExitCode.Done, "list", "import", delta, "-o", list, "--update")).GetProperty("update");
        var after = File.ReadAllText(list);
        Run(ExitCode.Done, "list", "import", delta, "-o", list, "--update");
        var changes = Run(ExitCode.Done, "list", "diff", before, list);

        Assert.Equal((1, 1, 1), (update.GetProperty("added").GetInt32(), update.GetProperty("tombstoned").GetInt32(), update.GetProperty("kept").GetInt32()));
        Assert.Equal(after, File.ReadAllText(list));
        Assert.StartsWith("{\"schema\":\"hashmatch/list@1\",\"name\":\"demo\",\"version\":\"2\"}\n", after, StringComparison.Ordinal);
        Assert.Equal(["tombstoned 2", "added 3"], changes.SkipLast(1).Select(change => $"{change.GetProperty("change").GetString()} {change.GetProperty("id").GetString()}"));
        Assert.Equal(1, changes[^1].GetProperty("unchanged").GetInt32());
        Assert.Equal(ExitCode.Unusable, CommandRun.Of("list", "import", delta, "-o", _folder.Path("none"), "--update").ExitCode);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("text")]
    public void Every_verb_has_every_format(string format)
    {
        var list = _folder.Write("list.txt", $"{Md5}\nnone\n");
        string[][] verbs = [["validate", list], ["info", list], ["diff", Exchange("stopncii.json"), list], ["import", list, "-o", _folder.Path("o")], ["export", list, "--to", "md5", "-o", _folder.Path("p")]];
        foreach (var verb in verbs)
        {
            var output = CommandRun.Of(["list", .. verb, "--format", format]).Output;

            Assert.NotEmpty(output);
            Assert.DoesNotContain(Md5[..8], output, StringComparison.Ordinal);
            Assert.All(format == "csv" ? Blocks(output) : [], block => Assert.Single(block.Distinct()));
        }
    }

    [Theory]
    [InlineData("list")]
    [InlineData("list", "import", "x")]
    [InlineData("list", "export", "x", "-o", "y")]
    [InlineData("list", "export", "x", "-o", "y", "--to", "xml")]
    [InlineData("list", "import", "x", "-o", "y", "--radius", "257")]
    [InlineData("list", "info", "x", "--from", "other")]
    [InlineData("list", "diff", "x")]
    public void Wrong_usage_exits_with_2(params string[] args) => Assert.Equal(ExitCode.WrongUsage, CommandRun.Of(args).ExitCode);

    /// <summary>The number of commas of every line, by table: a header begins a new one. No cell of these tests has one.</summary>
    static IEnumerable<List<int>> Blocks(string csv)
    {
        List<int> block = [];
        foreach (var line in csv.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("list,", StringComparison.Ordinal) || line.StartsWith("source,", StringComparison.Ordinal) ||
                line.StartsWith("change,", StringComparison.Ordinal) || line.StartsWith("old,", StringComparison.Ordinal))
            {
                if (block.Count > 0)
                {
                    yield return block;
                }

                block = [];
            }

            // Reasons are quoted where they hold a comma.
            block.Add(line.Split('"').Where((_, i) => i % 2 == 0).Sum(part => part.Count(c => c == ',')));
        }

        yield return block;
    }

    static string Exchange(string name) => RepositoryFiles.Path("testdata", "exchange", name);

    static string Digest(string path) => CommandRun.Of("hash", path, "--digests").Records[0].GetProperty("md5").GetString()!;

    static IReadOnlyList<JsonElement> Run(int exitCode, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.True(exitCode == run.ExitCode, $"{run.ExitCode}: {run.Error}{run.Output}");
        return run.Records;
    }
}
