using System.Text;
using System.Text.Json;

namespace HashMatch.Cli.Tests.Triage;

public sealed class IngestTests : IDisposable
{
    const string First = """{"id":"r-1","source":"hub","incidentType":"t","incidentTime":"2026-10-01T00:00:00Z","items":[{"pdq":"4abcef54ad7d2b4b382540f7d43086cf7390125fec9fc7298e482695646a5b1a"}]}""";

    static readonly string[] s_digests = ["md5", "xxh128"];

    readonly ReportFolder _reports = new();

    public void Dispose() => _reports.Dispose();

    [Fact]
    public void Items_get_their_verdicts_by_lists_files_and_hashes()
    {
        var run = _reports.Ingest(ReportFolder.Reports);

        // One item is a cut file, which is failed.
        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        Assert.Equal(17, run.Records.Count);
        Assert.All(run.Records.Take(16), record => Assert.Equal("added", record.GetProperty("outcome").GetString()));
        Assert.Equal([3, 5, 9, 3, 1, 1, 1], run.Records[16].GetProperty("items").EnumerateObject().Select(count => count.Value.GetInt32()));
        Assert.Equal("$.items[0]", run.Records[12].GetProperty("warnings")[0].GetProperty("field").GetString());
        _reports.AssertWhole();
    }

    [Fact]
    public void The_same_reports_again_change_nothing()
    {
        _reports.Ingest(ReportFolder.Reports);
        var before = (_reports.Log(), CommandRun.Of("catalog", "info", _reports.Catalog).Output, _reports.Queue().Output);

        var again = CommandRun.Of("triage", "ingest", ReportFolder.Reports, "--root", RepositoryFiles.TestData, "--catalog", _reports.Catalog);

        Assert.Equal(ExitCode.SomeFailed, again.ExitCode);
        Assert.Equal((16, 16), (again.Records[16].GetProperty("rows").GetInt32(), again.Records[16].GetProperty("unchanged").GetInt32()));
        Assert.Equal(before, (_reports.Log(), CommandRun.Of("catalog", "info", _reports.Catalog).Output, _reports.Queue().Output));
    }

    [Fact]
    public void A_report_that_says_something_else_is_an_update_and_its_history_is_kept()
    {
        _reports.IngestText(First);

        var changed = _reports.IngestText(First.Replace("\"t\"", "\"u\"", StringComparison.Ordinal));
        var back = _reports.IngestText(First);

        Assert.Equal(["changed", "changed"], new[] { changed, back }.Select(run => run.Records[0].GetProperty("outcome").GetString()));
        var shown = Assert.Single(_reports.Triage("show", "r-1", "--now", ReportFolder.Now).Records);
        Assert.Equal(["t", "u", "t"], shown.GetProperty("revisions").EnumerateArray().Select(revision => revision.GetProperty("report").GetProperty("incidentType").GetString()));
        Assert.Equal("first-generation", shown.GetProperty("decisions")[0].GetProperty("verdict").GetString());
        Assert.Single(_reports.Queue().Records);
        _reports.AssertWhole();
    }

    [Fact]
    public void Bad_rows_are_told_by_line_and_field_and_the_counts_add_up()
    {
        var rules = _reports.Folder.Write("rules.json", """{"schema":"hashmatch/triage-rules@1","version":"2","factors":{"incidentType":{"types":{"type-1":10},"otherTypes":0}}}""");

        var run = _reports.Ingest(ReportFolder.Name("with-bad-rows.jsonl"), "--rules", rules);

        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        Assert.Equal([(1, "added"), (2, "rejected"), (3, "rejected"), (5, "rejected"), (6, "added"), (7, "rejected")],
            run.Records.SkipLast(1).Select(record => (record.GetProperty("line").GetInt32(), record.GetProperty("outcome").GetString()!)));
        Assert.Contains("$.items[0].pdq", run.Records[3].GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));
        Assert.Equal(["$.incidentType", "$.items[0].relevance"], run.Records[4].GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("field").GetString()));
        var counts = run.Records[^1];
        Assert.Equal((6, 2, 4, 1), (Number(counts, "rows"), Number(counts, "added"), Number(counts, "rejected"), Number(counts, "warned")));
    }

    [Fact]
    public void A_strict_run_ends_at_the_first_bad_row_and_keeps_what_came_before()
    {
        var run = _reports.Ingest(ReportFolder.Name("with-bad-rows.jsonl"), "--strict");

        Assert.Equal(ExitCode.Unusable, run.ExitCode);
        Assert.Equal(["added", "rejected"], run.Records.Select(record => record.GetProperty("outcome").GetString()));
        Assert.Contains("line 2", run.Error, StringComparison.Ordinal);
        Assert.Single(_reports.Queue().Records);
    }

    [Fact]
    public void A_path_that_leads_out_of_the_folder_is_not_followed()
    {
        _reports.Folder.WritePicture("secret.bmp", seed: 1);
        _reports.Folder.WritePicture("in/a.bmp", seed: 2);
        File.CreateSymbolicLink(_reports.Folder.Path("in/link.bmp"), _reports.Folder.Path("secret.bmp"));
        string[] paths = ["a.bmp", "../secret.bmp", _reports.Folder.Path("secret.bmp"), "link.bmp", "missing.bmp"];
        var items = string.Join(',', paths.Select(path => $$"""{"path":{{JsonSerializer.Serialize(path)}}}"""));
        var file = _reports.Folder.Write("in/r.jsonl", $$"""{"id":"r","incidentType":"t","incidentTime":"2026-10-01T00:00:00Z","items":[{{items}}]}""");

        var run = CommandRun.Of("triage", "ingest", file, "--catalog", _reports.Catalog);

        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        var decisions = Assert.Single(_reports.Triage("show", "r").Records).GetProperty("decisions").EnumerateArray().ToArray();
        Assert.Equal(["first-generation", "failed", "failed", "failed", "failed"], decisions.Select(item => item.GetProperty("verdict").GetString()));
        Assert.All(decisions[1..4], item => Assert.StartsWith("access-denied", item.GetProperty("error").GetString(), StringComparison.Ordinal));
        Assert.StartsWith("not-found", decisions[4].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_scan_saw_is_a_repeat_by_digest_and_by_hash()
    {
        var picture = _reports.Folder.WritePicture("p/a.bmp", seed: 1);
        var hash = CommandRun.Of("hash", picture, "--digests").Records[0];
        CommandRun.Of("scan", picture, "--catalog", _reports.Catalog, "--known", "md5:" + _reports.Folder.Write("l.txt", new string('0', 32) + "  x\n"));
        var rows = s_digests.Select(kind => (Field: kind, Value: hash.GetProperty(kind).GetString()!)).Append(("pdq", hash.GetProperty("hash").GetString()!))
            .Select((item, i) => $$"""{"id":"r-{{i}}","incidentType":"t","incidentTime":"2026-10-01T00:00:00Z","items":[{"{{item.Item1}}":"{{item.Item2}}"}]}""");

        var run = _reports.IngestText(string.Join('\n', rows));

        Assert.All(run.Records.SkipLast(1), record => Assert.Equal(1, record.GetProperty("items").GetProperty("repeat").GetInt32()));
        var exact = Assert.Single(_reports.Triage("show", "r-0").Records).GetProperty("decisions")[0].GetProperty("evidence");
        Assert.Equal(("repeat-exact", picture), (exact.GetProperty("rule").GetString(), exact.GetProperty("firstGeneration").GetProperty("path").GetString()));
        // Items of reports are no hash records to export.
        Assert.Single(CommandRun.Of("catalog", "export", _reports.Catalog).Records);
    }

    [Fact]
    public void A_digest_nobody_knows_is_uncertain_and_its_second_report_a_repeat()
    {
        const string Digest = """{"id":"ID","incidentType":"t","incidentTime":"2026-10-01T00:00:00Z","items":[{"sha256":"0011223344556677889900112233445566778899001122334455667788990011"}]}""";

        _reports.IngestText(Digest.Replace("ID", "b", StringComparison.Ordinal) + "\n" + Digest.Replace("ID", "a", StringComparison.Ordinal));

        // Equal arrivals: the first by id has the first sighting, whichever was taken in first.
        var queue = _reports.Queue().Records.ToDictionary(record => record.GetProperty("report").GetString()!, record => record.GetProperty("items"));
        Assert.Equal((1, 1), (queue["a"].GetProperty("uncertain").GetInt32(), queue["b"].GetProperty("repeat").GetInt32()));
    }

    [Fact]
    public void New_lists_decide_items_anew_where_that_is_asked_for()
    {
        _reports.IngestText(First);
        var list = _reports.Folder.Write("known.csv", "pdq,id,label\n4abcef54ad7d2b4b382540f7d43086cf7390125fec9fc7298e482695646a5b1a,1,A\n");

        var without = _reports.IngestText(First, "--known", list);
        var with = _reports.IngestText(First, "--known", list, "--redecide", "--fail-on-match");

        Assert.Equal(("unchanged", "redecided"), (without.Records[0].GetProperty("outcome").GetString(), with.Records[0].GetProperty("outcome").GetString()));
        Assert.Equal(ExitCode.KnownFound, with.ExitCode);
        Assert.Equal("A", _reports.Queue().Records[0].GetProperty("factors")[1].GetProperty("subject").GetString());
    }

    [Fact]
    public void Whatever_the_bytes_of_a_row_the_others_go_in_and_the_counts_add_up()
    {
        var lines = File.ReadAllLines(ReportFolder.Reports);
        Random random = new(20261124);
        using MemoryStream input = new();
        for (var i = 0; i < 1_000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(lines[random.Next(lines.Length)]);
            for (var edits = random.Next(1, 5); edits > 0; edits--)
            {
                var value = (byte)random.Next(256);
                bytes[random.Next(bytes.Length)] = value is (byte)'\n' or (byte)'\r' ? (byte)' ' : value;
            }

            input.Write(bytes);
            input.Write("\n"u8);
        }

        input.Write(Encoding.UTF8.GetBytes(First));
        input.Position = 0;

        var run = CommandRun.Of(input, "triage", "ingest", "-", "--root", RepositoryFiles.TestData, "--catalog", _reports.Catalog);

        Assert.InRange(run.ExitCode, ExitCode.Done, ExitCode.SomeFailed);
        var counts = run.Records[^1];
        Assert.Equal(1_001, Number(counts, "rows"));
        Assert.Equal(1_001, Number(counts, "added") + Number(counts, "changed") + Number(counts, "unchanged") + Number(counts, "rejected"));
        Assert.InRange(Number(counts, "rejected"), 50, 990);
        Assert.Equal("added", run.Records[^2].GetProperty("outcome").GetString());
        _reports.AssertWhole();
        Assert.Equal(_reports.Queue("--threads", "1").Output, _reports.Queue("--threads", "3").Output);
    }

    [Fact]
    public void Wrong_usage_and_unreadable_files_have_their_codes()
    {
        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("triage", "ingest", ReportFolder.Reports).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, _reports.Ingest(ReportFolder.Reports, "--profile", "pdq-fast").ExitCode);
        // Reports name their systems themselves.
        Assert.Equal(ExitCode.WrongUsage, _reports.Ingest(ReportFolder.Reports, "--source", "hub").ExitCode);
        Assert.Equal(ExitCode.Unusable, _reports.Ingest(_reports.Folder.Path("none.jsonl")).ExitCode);
        Assert.False(File.Exists(_reports.Catalog));
    }

    static int Number(JsonElement record, string name) => record.GetProperty(name).GetInt32();
}
