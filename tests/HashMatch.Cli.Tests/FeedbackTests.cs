using System.Text;
using System.Text.Json;
using HashMatch.Catalog;

namespace HashMatch.Cli.Tests;

public sealed class FeedbackTests : IDisposable
{
    static readonly string[] s_by = ["--by", "reviewer 1", "--why", "Another picture."];

    readonly TemporaryFolder _folder = new();

    string Catalog => _folder.Path("a.db");

    string Pictures => _folder.Path("p");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_rejected_match_stays_rejected_wherever_the_file_goes_and_the_record_says_so()
    {
        var (list, hashes) = WriteListOf("1", "2");
        _folder.WritePicture("p/x.bmp", seed: 1, width: 300, height: 200);
        Assert.Equal(("known", 2), VerdictOf(Scan(list).Records[0]));

        var said = Assert.Single(Feedback("reject", "p/x.bmp", "--list", "demo", "--entry", "1").Records);
        File.Move(_folder.Path("p/x.bmp"), _folder.Path("p/moved.bmp"));
        var moved = Scan(list);
        var text = Scan(list, "--format", "text");
        var csv = Scan(list, "--format", "csv");

        Assert.Equal(("reject", "reviewer 1", "demo", "1"), (Text(said, "action"), Text(said, "by"), Text(said, "list"), Text(said, "entry")));
        Assert.Equal(("known", 1), VerdictOf(moved.Records[0]));
        Assert.Equal("2", Text(moved.Records[0].GetProperty("matches")[0], "entry"));
        Assert.Equal(("demo", "1"), (Text(moved.Records[0].GetProperty("vetoed")[0], "list"), Text(moved.Records[0].GetProperty("vetoed")[0], "entry")));
        Assert.Contains("; not demo #1, by a veto", text.Output, StringComparison.Ordinal);
        var table = csv.Output.Split('\n').Select(row => row.Split(',')).ToList();
        Assert.Equal("1", table[1][table[0].IndexOf("vetoed")]);

        Assert.Equal(ExitCode.Done, Feedback("release", "p/moved.bmp", "demo#1").ExitCode);
        Assert.Equal(("known", 2), VerdictOf(Scan(list).Records[0]));
        CommandRun[] runs = [moved, text, csv, Feedback("confirm", "p/moved.bmp", "demo#1"), CommandRun.Of("catalog", "explain", Catalog, _folder.Path("p/moved.bmp")), CommandRun.Of("catalog", "precision", Catalog)];
        Assert.All(runs, run => Assert.All(hashes, hash => Assert.DoesNotContain(hash, run.Output + run.Error, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_vetoed_repeat_becomes_first_generation_and_a_rescan_prints_the_same_bytes()
    {
        _folder.WritePicture("p/a.bmp", seed: 1);
        _folder.WritePicture("p/b.bmp", seed: 1, width: 300, height: 200);
        Assert.Equal("repeat", Text(Scan().Records[1], "verdict"));

        Assert.Equal(ExitCode.Done, Feedback("veto", "p/a.bmp", "p/b.bmp").ExitCode);
        var first = Scan("--threads", "1");

        Assert.Equal("first-generation", Text(first.Records[1], "verdict"));
        Assert.Equal(_folder.Path("p/a.bmp"), Text(first.Records[1].GetProperty("vetoed")[0], "path"));
        Assert.Equal(first.Output, Scan("--threads", "3").Output);
        Assert.Equal(1, Info().GetProperty("vetoes").GetInt32());
        Assert.Contains("1 pairs kept apart", CommandRun.Of("catalog", "info", Catalog, "--format", "text").Output, StringComparison.Ordinal);
        Assert.True(Assert.Single(CommandRun.Of("catalog", "verify", Catalog).Records).GetProperty("verified").GetBoolean());
    }

    [Fact]
    public void Many_rows_go_in_at_once_bad_ones_are_told_by_line_and_the_counts_add_up()
    {
        var (list, _) = WriteListOf("1", "2");
        _folder.WritePicture("p/x.bmp", seed: 1, width: 300, height: 200);
        Scan(list);
        var item = JsonSerializer.Serialize(_folder.Path("p/x.bmp"));
        var rows = $$"""
            {"schema":"hashmatch/feedback@1","action":"confirm","item":{{item}},"list":"demo","entry":"1","by":"r","why":"Yes."}

            {"action":"reject","item":"item:1","other":"demo#2"}
            {"action":"maybe","item":"item:1","by":"r","why":"?"}
            not json
            {"action":"veto","item":"item:1","other":"item:99","by":"r","why":"No."}
            {"action":"veto","item":7,"by":"r","why":"No."}
            {"schema":"hashmatch/hash@1","path":"x"}
            """;

        var run = CommandRun.Of(new MemoryStream(Encoding.UTF8.GetBytes(rows)), "catalog", "feedback", Catalog, "--from", "-", "--by", "r2", "--why", "No.");

        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        Assert.Equal(["confirm", "reject"], run.Records.Where(record => Text(record, "schema") == "hashmatch/feedback@1").Select(record => Text(record, "action")));
        Assert.Equal([4, 5, 6, 7, 8], run.Records.Where(record => Text(record, "schema") == "hashmatch/feedback-row@1").Select(record => record.GetProperty("line").GetInt32()));
        Assert.Equal((7, 2, 5), (run.Records[^1].GetProperty("rows").GetInt32(), run.Records[^1].GetProperty("accepted").GetInt32(), run.Records[^1].GetProperty("rejected").GetInt32()));
        var entries = CommandRun.Of("catalog", "precision", Catalog).Records;
        Assert.Equal(["demo  2 1 1 500", "demo 2 1 0 1 0", "demo 1 1 1 0 1000"], entries.Select(entry =>
            $"{entry.GetProperty("list")} {entry.GetProperty("entry")} {entry.GetProperty("matches")} {entry.GetProperty("confirmed")} {entry.GetProperty("rejected")} {entry.GetProperty("permille")}"));
        Assert.Equal(2, CommandRun.Of("catalog", "precision", Catalog, "--limit", "1").Records.Count);
        Assert.Contains("  #1 of demo: 1 matches, 1 of 1 judged are right", CommandRun.Of("catalog", "precision", Catalog, "--format", "text").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_listed_can_be_read_into_another_catalogue()
    {
        var (list, _) = WriteListOf("1");
        _folder.WritePicture("p/x.bmp", seed: 1, width: 300, height: 200);
        Scan(list);
        Feedback("reject", "p/x.bmp");
        var listed = CommandRun.Of("catalog", "feedback", Catalog, "list");
        CommandRun.Of("scan", Pictures, "--known", list, "--catalog", _folder.Path("b.db"));

        var taken = CommandRun.Of("catalog", "feedback", _folder.Path("b.db"), "--from", _folder.Write("said.jsonl", listed.Output));

        Assert.Equal(ExitCode.Done, taken.ExitCode);
        Assert.Equal(Text(Assert.Single(listed.Records), "why"), Text(taken.Records[0], "why"));
        Assert.Equal("first-generation", Text(CommandRun.Of("scan", Pictures, "--known", list, "--catalog", _folder.Path("b.db")).Records[0], "verdict"));
        Assert.StartsWith("decision,decidedAt,action,by,why,item,other,list,entry", CommandRun.Of("catalog", "feedback", Catalog, "list", "--format", "csv").Output, StringComparison.Ordinal);
        Assert.Contains("by reviewer 1: Another picture.", CommandRun.Of("catalog", "feedback", Catalog, "list", "--format", "text").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_matches_too_much_is_in_quarantine_whatever_the_threads_until_it_is_released()
    {
        var (list, _) = WriteListOf("1");
        for (var i = 0; i < 6; i++)
        {
            _folder.WritePicture($"p/{i}.bmp", seed: 1, width: 200 + (8 * i), height: 150 + (6 * i));
        }

        string[] scan = ["scan", Pictures, "--known", list, "--quarantine-floor", "4"];
        var first = CommandRun.Of([.. scan, "--catalog", Catalog, "--threads", "1"]);
        var other = CommandRun.Of([.. scan, "--catalog", _folder.Path("b.db"), "--threads", "4"]);

        Assert.Equal(["known", "known", "known", "known", "uncertain", "uncertain"], first.Records.Select(record => Text(record, "verdict")));
        Assert.Equal("quarantined", Text(first.Records[5], "reason"));
        Assert.True(first.Records[5].GetProperty("matches")[0].GetProperty("quarantined").GetBoolean());
        Assert.Equal(first.Output, other.Output);
        Assert.Contains("demo#1 matched 5 contents, more than the 4 it may", first.Error, StringComparison.Ordinal);
        var again = CommandRun.Of([.. scan, "--catalog", Catalog, "--threads", "3"]);
        Assert.Equal((first.Output, false), (again.Output, again.Error.Contains("more than", StringComparison.Ordinal)));
        Assert.Contains("in quarantine: ", CommandRun.Of([.. scan, "--catalog", Catalog, "--format", "text"]).Output, StringComparison.Ordinal);
        Assert.Equal(1, Info().GetProperty("quarantined").GetInt32());
        Assert.Contains("in quarantine, 2 held back", CommandRun.Of("catalog", "precision", Catalog, "--format", "text").Output, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, Feedback("release", "demo#1").ExitCode);
        Assert.All(CommandRun.Of([.. scan, "--catalog", Catalog]).Records, record => Assert.Equal("known", Text(record, "verdict")));
    }

    [Fact]
    public void An_entry_that_is_rejected_too_often_is_in_quarantine()
    {
        var (list, _) = WriteListOf("1");
        for (var i = 0; i < 7; i++)
        {
            _folder.WritePicture($"p/{i}.bmp", seed: 1, width: 200 + (8 * i), height: 150 + (6 * i));
        }

        Scan(list);
        Assert.Equal("", Feedback("reject", "p/0.bmp").Error);
        var rows = string.Concat(Enumerable.Range(1, 4).Select(i => $$"""{"action":"reject","item":"item:{{i + 1}}"}""" + "\n"));
        var run = CommandRun.Of("catalog", "feedback", Catalog, "--from", _folder.Write("rows.jsonl", rows), "--by", "r", "--why", "No.");

        Assert.Contains("demo#1 was found wrong too often and is in quarantine", run.Error, StringComparison.Ordinal);
        Assert.Equal("quarantined", Text(Scan(list).Records[6], "reason"));
    }

    [Fact]
    public void An_explanation_tells_every_decision_on_a_file_and_what_was_said_of_it()
    {
        var (list, _) = WriteListOf("1");
        _folder.WritePicture("p/x.bmp", seed: 1, width: 300, height: 200);
        Scan(list);
        Feedback("reject", "p/x.bmp");
        Scan(list);
        File.Delete(_folder.Path("p/x.bmp"));

        var run = CommandRun.Of("catalog", "explain", Catalog, _folder.Path("p/x.bmp"));

        Assert.Equal(["known-near", "first-generation"], run.Records.Select(record => Text(record.GetProperty("evidence"), "rule")));
        var match = run.Records[0].GetProperty("evidence").GetProperty("matches")[0];
        Assert.Equal(("demo", "2", "1", 31, "identity"), (Text(match, "list"), Text(match, "version"), Text(match, "entry"), match.GetProperty("radius").GetInt32(), Text(match, "transform")));
        Assert.Equal("1", Text(run.Records[1].GetProperty("evidence").GetProperty("vetoed")[0], "entry"));
        Assert.All(run.Records, record => Assert.Equal("reject", Text(record.GetProperty("feedback")[0], "action")));
        Assert.Contains("reject", CommandRun.Of("catalog", "explain", Catalog, _folder.Path("p/x.bmp"), "--format", "text").Output, StringComparison.Ordinal);
        Assert.StartsWith("decision,run,decidedAt,place,evidence,link,feedback", CommandRun.Of("catalog", "explain", Catalog, _folder.Path("p/x.bmp"), "--format", "csv").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.SomeFailed, CommandRun.Of("catalog", "explain", Catalog, _folder.Path("p/y.bmp")).ExitCode);
    }

    [Fact]
    public void What_cannot_be_taken_in_ends_with_1_and_a_second_writer_with_3()
    {
        _folder.WritePicture("p/x.bmp", seed: 1);
        Scan();
        var missing = Feedback("reject", "p/missing.bmp");
        Assert.Equal((ExitCode.SomeFailed, ""), (missing.ExitCode, missing.Output));
        Assert.Contains("names no item of the catalogue", missing.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Unusable, CommandRun.Of(["catalog", "feedback", _folder.Path("missing.db"), "veto", "a", "b", .. s_by]).ExitCode);
        Assert.False(File.Exists(_folder.Path("missing.db")));

        CatalogSettings settings;
        using (var reader = CatalogReader.Open(Catalog))
        {
            settings = reader.Settings;
        }

        using var writer = CatalogWriter.Open(Catalog, settings, [], TimeProvider.System);
        var second = Feedback("confirm", "p/x.bmp");
        Assert.Equal(ExitCode.Unusable, second.ExitCode);
        Assert.Contains("is being written by another run: wait for it to end", second.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("catalog", "feedback", "x")]
    [InlineData("catalog", "feedback", "x", "maybe", "y", "--by", "r", "--why", "t")]
    [InlineData("catalog", "feedback", "x", "veto", "y", "z")]
    [InlineData("catalog", "feedback", "x", "list", "--from", "y")]
    [InlineData("catalog", "feedback", "x", "veto", "y", "z", "more", "--by", "r", "--why", "t")]
    [InlineData("catalog", "feedback", "x", "list", "y")]
    [InlineData("catalog", "feedback", "x", "list", "--list", "y")]
    [InlineData("catalog", "feedback", "x", "--from", "y", "--entry", "z")]
    [InlineData("catalog", "precision", "x", "--limit", "-1")]
    [InlineData("scan", "x", "--quarantine-floor", "5")]
    [InlineData("scan", "x", "--catalog", "y", "--quarantine-factor", "0")]
    public void Wrong_usage_exits_with_2(params string[] args) => Assert.Equal(ExitCode.WrongUsage, CommandRun.Of(args).ExitCode);

    /// <summary>A list whose entries are near copies of picture 1, and their hashes.</summary>
    (string List, IReadOnlyList<string> Hashes) WriteListOf(params string[] ids)
    {
        List<string> hashes = [];
        StringBuilder text = new("""{"name":"demo","version":"2","role":"known"}""" + "\n");
        for (var i = 0; i < ids.Length; i++)
        {
            var path = _folder.WritePicture($"list/{i}.bmp", seed: 1, width: 128 + (40 * i), height: 96 + (30 * i));
            hashes.Add(CommandRun.Of("hash", path).Records[0].GetProperty("hash").GetString()!);
            text.AppendLine($$"""{"id":"{{ids[i]}}","pdq":"{{hashes[i]}}","labels":["A","severity-2"]}""");
        }

        return (_folder.Write("list.jsonl", text.ToString()), hashes);
    }

    CommandRun Scan() => CommandRun.Of("scan", Pictures, "--catalog", Catalog);

    CommandRun Scan(string known, params string[] more) => known.StartsWith('-')
        ? CommandRun.Of(["scan", Pictures, "--catalog", Catalog, known, .. more])
        : CommandRun.Of(["scan", Pictures, "--catalog", Catalog, "--known", known, .. more]);

    CommandRun Feedback(string action, params string[] targets) => CommandRun.Of(
        ["catalog", "feedback", Catalog, action, .. targets.Select(target => target.StartsWith("p/", StringComparison.Ordinal) ? _folder.Path(target) : target), .. s_by]);

    JsonElement Info() => Assert.Single(CommandRun.Of("catalog", "info", Catalog).Records);

    static (string Verdict, int Matches) VerdictOf(JsonElement record) => (Text(record, "verdict"), record.GetProperty("matches").GetArrayLength());

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
