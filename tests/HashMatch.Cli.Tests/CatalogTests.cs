using System.Text.Json;
using HashMatch.Catalog;

namespace HashMatch.Cli.Tests;

public sealed class CatalogTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string Catalog => _folder.Path("a.db");

    string Pictures => _folder.Path("p");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public void A_second_scan_of_an_unchanged_folder_prints_the_very_bytes_of_the_first(int threads, bool settled)
    {
        WritePictures(settled);
        string[] scan = ["scan", Pictures, "--threads", $"{threads}"];
        var plain = CommandRun.Of(scan);

        var first = CommandRun.Of([.. scan, "--catalog", Catalog]);
        var second = CommandRun.Of("scan", Pictures, "--catalog", Catalog);

        Assert.Equal((plain.ExitCode, plain.Output), (first.ExitCode, first.Output));
        Assert.Equal((plain.ExitCode, plain.Output), (second.ExitCode, second.Output));
        // No pixel was looked at again, whether the file's time could be relied on or its bytes were compared.
        Assert.Contains(" 0.0 megapixels/s", second.Error, StringComparison.Ordinal);
        Assert.Equal((1, 2), (Info().GetProperty("failures").GetInt32(), Info().GetProperty("runs").GetInt32()));
    }

    [Fact]
    public void A_match_is_told_by_the_same_digest_from_the_file_and_from_memory()
    {
        var path = _folder.WritePicture("p/1.bmp", seed: 1);
        var record = Assert.Single(CommandRun.Of("hash", path, "--digests").Records);
        var list = _folder.Write("list.jsonl", $$"""{"id":"1","md5":"{{record.GetProperty("md5").GetString()}}","xxh128":"{{record.GetProperty("xxh128").GetString()}}"}""");
        string[] scan = ["scan", Pictures, "--catalog", Catalog, "--known", list];

        Assert.Equal(CommandRun.Of(scan).Output, CommandRun.Of(scan).Output);
        Assert.Equal(1, Info().GetProperty("decisions").GetInt32());
    }

    [Fact]
    public void A_catalogue_without_a_name_is_wrong_usage() =>
        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("scan", _folder.WritePicture("p/1.bmp", seed: 1), "--catalog", "").ExitCode);

    [Fact]
    public void A_file_that_only_its_time_changed_is_the_same_item_and_a_moved_one_is_a_repeat()
    {
        WritePictures(settled: true);
        var first = Scan();
        File.SetLastWriteTimeUtc(_folder.Path("p/1.bmp"), new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(first.Output, Scan().Output);
        Assert.Equal(first.Records.Count, Info().GetProperty("decisions").GetInt32());

        File.Move(_folder.Path("p/1.bmp"), _folder.Path("p/9-moved.bmp"));
        var moved = Scan().Records.Single(record => record.GetProperty("path").GetString() == _folder.Path("p/9-moved.bmp"));

        Assert.Equal(("repeat", "exact"), (moved.GetProperty("verdict").GetString(), moved.GetProperty("basis").GetString()));
        Assert.Equal(_folder.Path("p/1.bmp"), moved.GetProperty("firstGeneration").GetProperty("path").GetString());
        Assert.Equal("repeat", CommandRun.Of("scan", _folder.Path("p/9-moved.bmp"), "--catalog", Catalog).Records[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public void Other_bytes_at_a_known_path_are_another_item_and_the_old_one_stays_known()
    {
        _folder.WritePicture("p/a.bmp", seed: 1);
        _folder.WritePicture("copy.bmp", seed: 1);
        Settle(_folder.Path("p/a.bmp"));
        Scan();
        _folder.WritePicture("p/a.bmp", seed: 2);
        Settle(_folder.Path("p/a.bmp"), year: 2021);

        var changed = Assert.Single(Scan().Records);
        var copy = Assert.Single(CommandRun.Of("scan", _folder.Path("copy.bmp"), "--catalog", Catalog).Records);

        Assert.Equal(("first-generation", "repeat"), (changed.GetProperty("verdict").GetString(), copy.GetProperty("verdict").GetString()));
        Assert.Equal(_folder.Path("p/a.bmp"), copy.GetProperty("firstGeneration").GetProperty("path").GetString());
    }

    [Fact]
    public void A_new_list_is_matched_without_reading_files_again_and_digests_are_made_when_it_needs_them()
    {
        WritePictures(settled: true);
        Scan();
        var hash = CommandRun.Of("hash", _folder.Path("p/1.bmp"), "--digests").Records[0];
        var near = _folder.Write("near.csv", $"{hash.GetProperty("hash").GetString()},7\n");
        var sums = _folder.Write("sums.txt", $"{hash.GetProperty("sha256").GetString()}  x\n");

        foreach (var list in (ReadOnlySpan<string>)[near, sums])
        {
            var expected = CommandRun.Of("scan", Pictures, "--known", list);
            var remembered = Scan("--known", list);

            Assert.Equal("known", remembered.Records[0].GetProperty("verdict").GetString());
            Assert.Equal(expected.Records[0].GetRawText(), remembered.Records[0].GetRawText());
            Assert.Contains(" 0.0 megapixels/s", remembered.Error, StringComparison.Ordinal);
        }

        Assert.Equal(2, Info().GetProperty("lists").GetInt32());
        var runs = CommandRun.Of("catalog", "export", Catalog, "--runs");
        Assert.Equal(["", "near known 1", "sums known 1"], runs.Records.Select(run => string.Join(';', run.GetProperty("lists").EnumerateArray()
            .Select(list => $"{list.GetProperty("list")} {list.GetProperty("role")} {list.GetProperty("entries")}"))));
        Assert.All(runs.Records, run => Assert.Equal(JsonValueKind.String, run.GetProperty("finished").ValueKind));
        Assert.DoesNotContain(hash.GetProperty("hash").GetString()!, runs.Output, StringComparison.Ordinal);
        Assert.StartsWith("run,started,finished,lists", CommandRun.Of("catalog", "export", Catalog, "--runs", "--format", "csv").Output, StringComparison.Ordinal);
        Assert.EndsWith("  near", CommandRun.Of("catalog", "export", Catalog, "--runs", "--format", "text").Output.ReplaceLineEndings("\n").Split("\n3  ")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_hold_for_remembered_files_as_for_read_ones()
    {
        var cut = RepositoryFiles.Path("testdata", "images", "broken", "cut-short.jpg");
        var whole = RepositoryFiles.Path("testdata", "images", "known", "city.jpg");
        Assert.Equal(ExitCode.Done, CommandRun.Of("scan", cut, whole, "--tolerant", "--catalog", Catalog).ExitCode);

        Assert.Equal(CommandRun.Of("scan", cut, whole).Output, CommandRun.Of("scan", cut, whole, "--catalog", Catalog).Output);
        Assert.Equal(CommandRun.Of("scan", whole, "--max-pixels", "99").Output, CommandRun.Of("scan", whole, "--max-pixels", "99", "--catalog", Catalog).Output);
    }

    [Fact]
    public void The_files_of_a_catalogue_are_no_inputs_of_it()
    {
        _folder.WritePicture("p/a.bmp", seed: 1);
        string[] scan = ["scan", Pictures, "--catalog", _folder.Path("p/a.db")];

        Assert.Single(CommandRun.Of(scan).Records);
        Assert.Single(CommandRun.Of(scan).Records);
    }

    [Fact]
    public void What_is_exported_can_be_read_back_into_another_catalogue()
    {
        WritePictures(settled: true);
        var first = Scan();

        var exported = CommandRun.Of("catalog", "export", Catalog);
        var hashes = _folder.Write("hashes.jsonl", exported.Output);
        var other = CommandRun.Of("scan", "--hashes-from", hashes, "--catalog", _folder.Path("b.db"), "--radius", "20");

        Assert.Equal(CommandRun.Of("hash", Pictures, "--dihedral").Records.Where(record => record.GetProperty("status").GetString() != "failed").Select(record => record.GetRawText()),
            exported.Records.Select(record => record.GetRawText().Split(",\"sightings\":")[0] + "}"));
        Assert.Equal(first.Records.Count - 1, other.Records.Count);
        var decisions = CommandRun.Of("catalog", "export", Catalog, "--decisions").Records;
        Assert.Equal(first.Records.Select(record => record.GetProperty("verdict").GetString()),
            decisions.Select(record => record.GetProperty("evidence").GetProperty("verdict").GetString()));
        Assert.Contains("first-generation", CommandRun.Of("catalog", "export", Catalog, "--decisions", "--format", "text").Output, StringComparison.Ordinal);
        Assert.StartsWith("decision,run,decidedAt,place,evidence,link", CommandRun.Of("catalog", "export", Catalog, "--decisions", "--format", "csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_decides_nothing_for_the_file_itself()
    {
        var path = _folder.WritePicture("p/1.bmp", seed: 1);
        Settle(path);
        var record = CommandRun.Of("hash", path, "--dihedral").Output;
        var hash = JsonElement.Parse(record).GetProperty("hash").GetString()!;
        var wrong = _folder.Write("wrong.jsonl", record.Replace(hash, string.Concat(Enumerable.Repeat("0f", 32)), StringComparison.Ordinal));
        CommandRun.Of("scan", "--hashes-from", wrong, "--catalog", Catalog);
        Assert.True(Assert.Single(CommandRun.Of("catalog", "export", Catalog).Records).GetProperty("claimed").GetBoolean());

        var read = Assert.Single(Scan().Records);

        Assert.Equal(hash, read.GetProperty("hash").GetString());
        var exported = Assert.Single(CommandRun.Of("catalog", "export", Catalog).Records);
        Assert.Equal((hash, false), (exported.GetProperty("hash").GetString(), exported.TryGetProperty("claimed", out _)));
    }

    [Fact]
    public void A_record_without_a_size_passes_no_limit_for_the_file()
    {
        var path = _folder.WritePicture("p/1.bmp", seed: 1);
        var record = JsonElement.Parse(CommandRun.Of("hash", path, "--dihedral").Output);
        var sizeless = _folder.Write("sizeless.jsonl", "{" + string.Join(',', record.EnumerateObject()
            .Where(field => field.Name is not ("width" or "height")).Select(field => $"\"{field.Name}\":{field.Value.GetRawText()}")) + "}");
        CommandRun.Of("scan", "--hashes-from", sizeless, "--catalog", Catalog);

        var read = Assert.Single(Scan("--max-pixels", "9").Records);

        Assert.Equal("too-large", read.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Names_with_a_NUL_fail_and_leave_the_log_whole()
    {
        var hashes = _folder.Write("h.jsonl", $$"""{"schema":"hashmatch/hash@1","path":"a\u0000b","bytes":9,"xxh128":"{{new string('1', 32)}}","hash":"{{new string('5', 64)}}","quality":90}""");
        var paths = _folder.Write("paths.txt", "c\0d\n");

        var scan = CommandRun.Of("scan", "--hashes-from", hashes, "--files-from", paths, "--catalog", Catalog);

        Assert.Equal([hashes + ":1", "c\0d"], scan.Records.Select(record => record.GetProperty("path").GetString()).Order(StringComparer.Ordinal));
        Assert.Contains("holds a NUL", scan.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CommandRun.Of("catalog", "verify", Catalog).ExitCode);
    }

    [Fact]
    public void The_source_is_kept_with_each_item_and_exported()
    {
        WritePictures(settled: true);
        Scan("--source", "cards, 2024");
        Scan();

        var records = CommandRun.Of("catalog", "export", Catalog).Records;

        Assert.All(records, record => Assert.Equal(("cards, 2024", 2), (record.GetProperty("source").GetString(), record.GetProperty("sightings").GetInt32())));
        Assert.All(records, record => Assert.True(record.GetProperty("firstSeen").GetDateTimeOffset() <= record.GetProperty("lastSeen").GetDateTimeOffset()));
        Assert.Contains(",\"cards, 2024\",,2,", CommandRun.Of("catalog", "export", Catalog, "--format", "csv").Output, StringComparison.Ordinal);
        Assert.Contains("  read, in 2 runs, ", CommandRun.Of("catalog", "export", Catalog, "--format", "text").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_says_what_it_looked_through_and_ends_with_3_where_the_log_was_changed()
    {
        WritePictures(settled: true);
        Scan();
        var verified = CommandRun.Of("catalog", "verify", Catalog);
        Assert.True(Assert.Single(verified.Records).GetProperty("verified").GetBoolean());
        Assert.Contains("all as they were written", CommandRun.Of("catalog", "verify", Catalog, "--format", "text").Output, StringComparison.Ordinal);
        Assert.Contains(",true,true,all,0,0,0,0,0,0\n", CommandRun.Of("catalog", "verify", Catalog, "--format", "csv").Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        // One verdict in the log becomes another of the same length.
        var bytes = File.ReadAllBytes(Catalog);
        var place = bytes.AsSpan().IndexOf("\"verdict\":\"repeat\""u8);
        "\"verdict\":\"known!\""u8.CopyTo(bytes.AsSpan(place));
        File.WriteAllBytes(Catalog, bytes);

        var changed = CommandRun.Of("catalog", "verify", Catalog);
        Assert.Equal((ExitCode.Unusable, ""), (changed.ExitCode, changed.Output));
        Assert.Contains("of the log, or one before it, was changed", changed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_catalogue_that_cannot_be_used_ends_the_run_with_3_before_any_record()
    {
        var picture = _folder.WritePicture("a.bmp", seed: 1);
        AssertUnusable("there is no catalogue", "catalog", "info", _folder.Path("missing.db"));
        AssertUnusable("is not a catalogue", "scan", picture, "--catalog", _folder.Write("text.db", new string('x', 5000)));
        AssertUnusable("there is no folder", "scan", picture, "--catalog", _folder.Path("missing/a.db"));
        CommandRun.Of("scan", picture, "--catalog", Catalog);
        AssertUnusable("was made with radius 31, not 20", "scan", picture, "--catalog", Catalog, "--radius", "20");
        AssertUnusable("was made with profile pdq-1, not pdq-512", "scan", picture, "--catalog", Catalog, "--profile", "pdq-512");
        AssertUnusable("no length and xxh128", "scan", "--hashes-from",
            _folder.Write("h.jsonl", $$"""{"schema":"hashmatch/hash@1","path":"x","hash":"{{new string('5', 64)}}","quality":90}"""), "--catalog", Catalog);
        using var writer = CatalogWriter.Open(_folder.Path("b.db"), CatalogReaderSettings(), [], TimeProvider.System);
        AssertUnusable("is being written by another run", "scan", picture, "--catalog", _folder.Path("b.db"));
    }

    [Theory]
    [InlineData("catalog")]
    [InlineData("catalog", "info")]
    [InlineData("catalog", "export", "x", "--runs", "--decisions")]
    [InlineData("match", "x", "--known", "y", "--catalog", "z")]
    [InlineData("scan", "x", "--source", "y")]
    [InlineData("scan", "x", "--source", "", "--catalog", "z")]
    public void Wrong_usage_exits_with_2(params string[] args) => Assert.Equal(ExitCode.WrongUsage, CommandRun.Of(args).ExitCode);

    CatalogSettings CatalogReaderSettings()
    {
        using var reader = CatalogReader.Open(Catalog);
        return reader.Settings;
    }

    /// <summary>Copies, a near copy, a flat picture, one that is none; with times to rely on, or just written.</summary>
    void WritePictures(bool settled)
    {
        _folder.WritePicture("p/1.bmp", seed: 1);
        _folder.WritePicture("p/2-copy.bmp", seed: 1);
        _folder.WritePicture("p/3-near.bmp", seed: 1, width: 300, height: 200, brighten: 5);
        _folder.WritePicture("p/4.bmp", seed: 5);
        _folder.WriteFlatPicture("p/5-flat.bmp", 100);
        _folder.Write("p/6.jpg", "no picture");
        if (settled)
        {
            foreach (var file in Directory.GetFiles(Pictures))
            {
                Settle(file);
            }
        }
    }

    static void Settle(string file, int year = 2020) => File.SetLastWriteTimeUtc(file, new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    CommandRun Scan(params string[] more) => CommandRun.Of(["scan", Pictures, "--catalog", Catalog, .. more]);

    JsonElement Info() => Assert.Single(CommandRun.Of("catalog", "info", Catalog).Records);

    static void AssertUnusable(string message, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.Equal((ExitCode.Unusable, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
