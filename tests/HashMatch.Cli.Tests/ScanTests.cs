using System.Text;

namespace HashMatch.Cli.Tests;

public sealed class ScanTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_input_gets_one_record_in_canonical_order()
    {
        _folder.WritePicture("b/second.bmp", seed: 2);
        _folder.WritePicture("a/first.bmp", seed: 1);
        _folder.Write("c.jpg", "no picture");
        _folder.Write("empty.png", "");

        var run = CommandRun.Of("scan", _folder.Root, _folder.Path("missing.jpg"));

        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        Assert.Equal(
            ["a/first.bmp", "b/second.bmp", "c.jpg", "empty.png", "missing.jpg"],
            run.Records.Select(record => Relative(record.GetProperty("path").GetString()!)));
        Assert.Equal(
            ["first-generation", "first-generation", "failed", "failed", "failed"],
            run.Records.Select(record => record.GetProperty("verdict").GetString()));
        Assert.Equal(
            ["unsupported-format", "empty", "not-found"],
            run.Records.Skip(2).Select(record => record.GetProperty("error").GetProperty("code").GetString()));
        Assert.Contains("5 images: 2 first-generation, 3 failed.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_are_repeats_of_the_first_by_path_however_they_are_given()
    {
        _folder.WritePicture("1.bmp", seed: 1);
        _folder.WritePicture("2-copy.bmp", seed: 1);
        _folder.WritePicture("3-resized.bmp", seed: 1, width: 300, height: 200, brighten: 5);

        var run = CommandRun.Of("scan", _folder.Path("3-resized.bmp"), _folder.Path("2-copy.bmp"), _folder.Path("1.bmp"));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(["first-generation", "repeat", "repeat"], run.Records.Select(record => record.GetProperty("verdict").GetString()));
        Assert.Equal(["exact", "near"], run.Records.Skip(1).Select(record => record.GetProperty("basis").GetString()));
        Assert.All(run.Records.Skip(1), record =>
            Assert.Equal(_folder.Path("1.bmp"), record.GetProperty("firstGeneration").GetProperty("path").GetString()));
    }

    [Fact]
    public void A_flat_picture_is_uncertain_and_only_equal_bytes_repeat_it()
    {
        _folder.WriteFlatPicture("1.bmp", 100);
        _folder.WriteFlatPicture("2-same.bmp", 100);
        _folder.WriteFlatPicture("3-other.bmp", 101);

        var run = CommandRun.Of("scan", _folder.Root);

        Assert.Equal(["uncertain", "repeat", "uncertain"], run.Records.Select(record => record.GetProperty("verdict").GetString()));
        Assert.Equal("low-quality", run.Records[0].GetProperty("reason").GetString());
        Assert.Equal("medium", run.Records[0].GetProperty("attention").GetString());
    }

    [Fact]
    public void Lists_make_items_known_or_suppressed_and_fail_on_match_says_so()
    {
        var known = _folder.WritePicture("p/known.bmp", seed: 1);
        var ignored = _folder.WritePicture("p/ignored.bmp", seed: 2);
        _folder.WritePicture("p/new.bmp", seed: 5);
        var knownList = _folder.Write("known.csv", $"hash,id,labels\n{HashOf(known)},42,A;severity-2\n");
        var ignoreList = _folder.Write("icons.csv", $"{HashOf(ignored)},an icon\n");

        var run = CommandRun.Of("scan", _folder.Path("p"), "--known", knownList, "--ignore", ignoreList, "--fail-on-match");

        Assert.Equal(ExitCode.KnownFound, run.ExitCode);
        Assert.Equal(["suppressed", "known", "first-generation"], run.Records.Select(record => record.GetProperty("verdict").GetString()));
        var match = Assert.Single(run.Records[1].GetProperty("matches").EnumerateArray());
        Assert.Equal("""{"list":"known","version":null,"role":"known","entry":"42","algorithm":"pdq","distance":0,"radius":31,"transform":"identity","labels":["A","severity-2"],"oneIn":268415,"decides":true}""", match.GetRawText());
        Assert.Equal("""["A","severity-2"]""", run.Records[1].GetProperty("labels").GetRawText());
        Assert.False(run.Records[1].TryGetProperty("conflicts", out _));
    }

    [Fact]
    public void Digests_of_a_list_match_equal_bytes()
    {
        var path = _folder.WritePicture("p/a.bmp", seed: 1);
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        var list = _folder.Write("sums.txt", $"{sum}  some name.bmp\n");

        var record = Assert.Single(CommandRun.Of("scan", _folder.Path("p"), "--known", list).Records);

        Assert.Equal(("known", "exact"), (record.GetProperty("verdict").GetString(), record.GetProperty("basis").GetString()));
        Assert.Equal("sha256", Assert.Single(record.GetProperty("matches").EnumerateArray()).GetProperty("algorithm").GetString());
    }

    [Fact]
    public void Match_looks_at_lists_alone_and_needs_one()
    {
        var path = _folder.WritePicture("p/a.bmp", seed: 1);
        _folder.WritePicture("p/b.bmp", seed: 1);
        var list = _folder.Write("list.csv", $"{HashOf(_folder.WritePicture("q.bmp", seed: 9))},x\n");

        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("match", path).ExitCode);
        Assert.Equal(["first-generation", "first-generation"],
            CommandRun.Of("match", _folder.Path("p"), "--known", list).Records.Select(record => record.GetProperty("verdict").GetString()));
    }

    [Fact]
    public void Bad_rows_are_reported_and_left_out_and_strict_stops()
    {
        var path = _folder.WritePicture("p/a.bmp", seed: 1);
        var list = _folder.Write("list.csv", $"{HashOf(path)},x\nnot a row\n");

        var lenient = CommandRun.Of("scan", path, "--known", list);
        var strict = CommandRun.Of("scan", path, "--known", list, "--strict");

        Assert.Equal("known", Assert.Single(lenient.Records).GetProperty("verdict").GetString());
        Assert.Contains($"{list}:2: ", lenient.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 2 rows were left out", lenient.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Unusable, ""), (strict.ExitCode, strict.Output));
    }

    [Theory]
    [InlineData("missing.csv", null)]
    [InlineData("all-bad.csv", "what\never\n")]
    [InlineData("role.jsonl", """{"role":"ignore"}""")]
    [InlineData("profile.jsonl", """{"name":"x","profile":"pdq-512"}""")]
    public void A_list_that_cannot_be_used_ends_the_run_before_any_record(string name, string? text)
    {
        var list = text is null ? _folder.Path(name) : _folder.Write(name, text);

        var run = CommandRun.Of("scan", _folder.WritePicture("a.bmp", seed: 1), "--known", list);

        Assert.Equal((ExitCode.Unusable, ""), (run.ExitCode, run.Output));
        Assert.Contains(list, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_is_the_same_for_every_order_and_thread_count()
    {
        for (var i = 0; i < 30; i++)
        {
            _folder.WritePicture($"{i % 4}/{i}.bmp", seed: i / 2, width: 96 + i, height: 80);
        }

        string[] files = [.. Directory.EnumerateFiles(_folder.Root, "*.bmp", SearchOption.AllDirectories)];
        var expected = CommandRun.Of(["scan", _folder.Root, "--threads", "1"]).Output;
        Random random = new(7);
        foreach (var threads in (ReadOnlySpan<int>)[1, 2, 5])
        {
            random.Shuffle(files);
            Assert.Equal(expected, CommandRun.Of(["scan", .. files, "--threads", $"{threads}"]).Output);
        }
    }

    [Fact]
    public void A_scan_of_earlier_hashes_prints_what_a_scan_of_the_files_prints()
    {
        _folder.WritePicture("a.bmp", seed: 1);
        _folder.WritePicture("b.bmp", seed: 1, width: 200);
        _folder.Write("c.bmp", "BM");
        var hashes = CommandRun.Of("hash", _folder.Root).Output;
        using MemoryStream input = new(Encoding.UTF8.GetBytes(hashes));

        var direct = CommandRun.Of("scan", _folder.Root);
        var replayed = CommandRun.Of(input, "scan", "--hashes-from", "-");

        Assert.Equal(direct.Output, replayed.Output);
        Assert.Equal(direct.ExitCode, replayed.ExitCode);
    }

    [Fact]
    public void Earlier_hashes_of_another_profile_are_refused_and_malformed_lines_fail_alone()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);
        var other = _folder.Write("other.jsonl", CommandRun.Of("hash", path, "--profile", "pdq-512").Output);
        var broken = _folder.Write("broken.jsonl", "{}\nnonsense\n" + CommandRun.Of("hash", path).Output);

        Assert.Equal(ExitCode.Unusable, CommandRun.Of("scan", "--hashes-from", other).ExitCode);
        var run = CommandRun.Of("scan", "--hashes-from", broken);
        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        Assert.Equal([path, broken + ":1", broken + ":2"], run.Records.Select(record => record.GetProperty("path").GetString()));
    }

    [Fact]
    public void Fast_hashes_match_fast_ones_only_and_no_list_that_names_no_profile()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1, width: 700, height: 600);
        var fast = CommandRun.Of("hash", path, "--profile", "pdq-fast");
        var record = Assert.Single(fast.Records);
        var fastList = _folder.Write("fast.jsonl", fast.Output);
        var plainList = _folder.Write("plain.csv", $"{HashOf(path)},x\n");
        var digestList = _folder.Write("digests.txt", $"{record.GetProperty("xxh128").GetString()}\n");

        Assert.Equal(("pdq-fast", 700), (record.GetProperty("profile").GetString(), record.GetProperty("width").GetInt32()));
        Assert.Equal("known", Assert.Single(CommandRun.Of("scan", path, "--profile", "pdq-fast", "--known", fastList).Records).GetProperty("verdict").GetString());
        Refused(CommandRun.Of("scan", path, "--known", fastList), "'pdq-fast'");
        Refused(CommandRun.Of("scan", path, "--profile", "pdq-512", "--known", fastList), "'pdq-fast'");
        Refused(CommandRun.Of("scan", path, "--profile", "pdq-fast", "--known", plainList), "names no profile");
        Refused(CommandRun.Of("scan", "--hashes-from", fastList), "'pdq-fast'");
        Assert.Equal(ExitCode.Done, CommandRun.Of("scan", "--profile", "pdq-fast", "--hashes-from", fastList).ExitCode);
        Assert.NotEqual(ExitCode.Unusable, CommandRun.Of("scan", path, "--profile", "pdq-fast", "--known", digestList).ExitCode);
        Assert.Equal(0, Assert.Single(CommandRun.Of("compare", path, path, "--profile", "pdq-fast").Records).GetProperty("distance").GetInt32());
    }

    static void Refused(CommandRun run, string why)
    {
        Assert.Equal((ExitCode.Unusable, ""), (run.ExitCode, run.Output));
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exact_list_and_earlier_hashes_without_that_digest_give_a_warning()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);
        var list = _folder.Write("sums.txt", "d41d8cd98f00b204e9800998ecf8427e  x\n");
        var plain = _folder.Write("plain.jsonl", CommandRun.Of("hash", path).Output);
        var withDigests = _folder.Write("digests.jsonl", CommandRun.Of("hash", path, "--digests").Output);

        Assert.Contains("lack a digest", CommandRun.Of("scan", "--hashes-from", plain, "--known", list).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("lack a digest", CommandRun.Of("scan", "--hashes-from", withDigests, "--known", list).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_alike_in_name_and_rows_match_in_one_order_however_they_are_given()
    {
        var path = _folder.WritePicture("p.bmp", seed: 1);
        var hash = HashOf(path);
        var a = _folder.Write("a/list.csv", $"pdq,label\n{hash},A\n");
        var b = _folder.Write("b/list.csv", $"pdq,label\n{hash},B\n");

        Assert.Equal(
            CommandRun.Of("match", path, "--known", a, "--known", b).Output,
            CommandRun.Of("match", path, "--known", b, "--known", a).Output);
    }

    [Fact]
    public void Several_lists_show_the_match_that_decided_all_labels_and_their_conflicts()
    {
        var path = _folder.WritePicture("p.bmp", seed: 1);
        var hash = HashOf(path);
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        string[] lists =
        [
            "--ignore", _folder.Write("a.csv", $"pdq,id,labels\n{hash},1,logo\n"),
            "--known", _folder.Write("b.csv", $"pdq,id,labels\n{hash},2,category-2;X\n"),
            "--known", _folder.Write("c.csv", $"sha256,id,labels\n{sum},3,category-1\n"),
        ];

        var record = Assert.Single(CommandRun.Of(["match", path, .. lists]).Records);
        var table = CommandRun.Of(["match", path, .. lists, "--format", "csv"]).Output.Split('\n');
        var text = CommandRun.Of(["match", path, .. lists, "--format", "text"]).Output;

        Assert.Equal(["a", "b", "c"], record.GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("list").GetString()));
        Assert.Equal([false, false, true], record.GetProperty("matches").EnumerateArray().Select(match => match.TryGetProperty("decides", out _)));
        Assert.Equal("""["X","category-1","category-2"]""", record.GetProperty("labels").GetRawText());
        Assert.Equal(
            """[{"kind":"role","scale":"role","values":[{"value":"known","lists":["b","c"]},{"value":"ignore","lists":["a"]}]},{"kind":"label","scale":"category","values":[{"value":"1","lists":["c"]},{"value":"2","lists":["b"]}]}]""",
            record.GetProperty("conflicts").GetRawText());
        Assert.EndsWith(",allLabels,conflicts,vetoed", table[0], StringComparison.Ordinal);
        Assert.Contains(",3,c,3,sha256,0,category-1,", table[1], StringComparison.Ordinal);
        Assert.EndsWith(",X;category-1;category-2,role=known|ignore;category=1|2,", table[1], StringComparison.Ordinal);
        Assert.EndsWith("same sha256 as c #3 [category-1] and 2 more, all together [X, category-1, category-2], in conflict over role=known|ignore and category=1|2\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_without_profile_fails_alone_and_an_empty_file_name_ends_the_run_with_3()
    {
        var records = _folder.Write("r.jsonl", """{"schema":"hashmatch/hash@1","path":"x"}""");

        Assert.Equal(ExitCode.SomeFailed, CommandRun.Of("scan", "--hashes-from", records).ExitCode);
        Assert.Equal(ExitCode.Unusable, CommandRun.Of("hash", "--files-from", "").ExitCode);
        Assert.Equal(ExitCode.Unusable, CommandRun.Of("hash", "--hashes-from", "").ExitCode);
    }

    [Fact]
    public void Quiet_silences_standard_error()
    {
        Assert.Equal("", CommandRun.Of("scan", _folder.WritePicture("a.bmp", seed: 1), "--quiet").Error);
    }

    [Fact]
    public void Timestamps_are_added_only_when_asked_for()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);

        Assert.False(CommandRun.Of("scan", path).Records[0].TryGetProperty("at", out _));
        Assert.True(CommandRun.Of("scan", path, "--timestamps").Records[0].GetProperty("at").TryGetDateTimeOffset(out _));
    }

    [Fact]
    public async Task An_interrupt_keeps_whole_records_and_exits_with_130()
    {
        for (var i = 0; i < 200; i++)
        {
            _folder.WritePicture($"{i:000}.bmp", seed: i % 7);
        }

        using CancellationTokenSource interrupt = new();
        await using InterruptingStream output = new(interrupt);
        await using StringWriter error = new();
        Terminal terminal = new(Stream.Null, output, error, OutputIsTerminal: true, ErrorIsTerminal: true);

        var exitCode = await HashMatchCommand.RunAsync(["scan", _folder.Root, "--format", "jsonl"], terminal, interrupt.Token);

        Assert.Equal(ExitCode.Interrupted, exitCode);
        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.InRange(text.Count(c => c == '\n'), 1, 199);
    }

    /// <summary>Interrupts the run as soon as a first record comes through.</summary>
    sealed class InterruptingStream(CancellationTokenSource interrupt) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            interrupt.Cancel();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            interrupt.Cancel();
        }
    }

    string Relative(string path) => path[(_folder.Root.Length + 1)..];

    static string HashOf(string path) => CommandRun.Of("hash", path).Records[0].GetProperty("hash").GetString()!;
}
