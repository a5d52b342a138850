namespace HashMatch.Cli.Tests.Triage;

public sealed class ReportVerbTests : IDisposable
{
    readonly ReportFolder _reports = new();

    public ReportVerbTests() => _reports.Ingest(ReportFolder.Reports);

    public void Dispose() => _reports.Dispose();

    [Fact]
    public void Show_tells_why_an_item_is_what_it_is_and_what_links_its_report()
    {
        var shown = Assert.Single(_reports.Triage("show", "r-005", "--now", ReportFolder.Now).Records);

        Assert.Equal(["repeat-near", "repeat-exact"], shown.GetProperty("decisions").EnumerateArray().Select(item => item.GetProperty("evidence").GetProperty("rule").GetString()));
        Assert.Equal(["r-004 same-bytes 100", "r-004 near-hash 81"],
            shown.GetProperty("links").EnumerateArray().Select(link => $"{link.GetProperty("report").GetString()} {link.GetProperty("reason").GetString()} {link.GetProperty("strength")}"));
        Assert.Single(shown.GetProperty("revisions").EnumerateArray());
        Assert.Contains("near-hash: 10 bits apart", _reports.Triage("show", "r-005", "--format", "text").Output, StringComparison.Ordinal);
        Assert.Equal(3, _reports.Triage("show", "r-005", "--format", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void An_id_of_several_systems_needs_the_system()
    {
        Assert.Equal(ExitCode.WrongUsage, _reports.Triage("show", "r-001").ExitCode);
        Assert.Equal(ExitCode.Done, _reports.Triage("show", "r-001", "--source", "hub-c").ExitCode);
        Assert.Equal(ExitCode.SomeFailed, _reports.Triage("show", "r-001", "--source", "hub-z").ExitCode);
        Assert.Equal(ExitCode.SomeFailed, _reports.Triage("show", "r-999").ExitCode);
        Assert.Equal(ExitCode.SomeFailed, _reports.Triage("show", "r-001", "--source", "").ExitCode);
        _reports.IngestText("""{"id":"r-001","incidentType":"nameless","incidentTime":"2026-10-01T00:00:00Z"}""");
        Assert.Contains("nameless", _reports.Triage("show", "r-001", "--source", "").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_groups_and_edges_with_reasons_and_marks()
    {
        var records = _reports.Triage("links").Records;

        Assert.Equal(["hashmatch/triage-group@1", "hashmatch/triage-group@1"], records.Take(2).Select(record => record.GetProperty("schema").GetString()));
        Assert.Equal((2, false), (records[0].GetProperty("size").GetInt32(), records[0].GetProperty("crossSystem").GetBoolean()));
        Assert.Equal((4, true), (records[1].GetProperty("size").GetInt32(), records[1].GetProperty("crossJurisdiction").GetBoolean()));
        var device = records.Single(record => record.TryGetProperty("reason", out var reason) && reason.GetString() == "device");
        Assert.Equal(("r-004", "r-012", "D-2", true), (device.GetProperty("first").GetProperty("report").GetString(), device.GetProperty("second").GetProperty("report").GetString(),
            device.GetProperty("subject").GetString(), device.GetProperty("crossSystem").GetBoolean()));
        Assert.Equal(2, _reports.Triage("links", "r-005").Records.Count);
        Assert.Contains("group 2: 4 reports, across systems, across jurisdictions", _reports.Triage("links", "--format", "text").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Feedback_is_kept_for_good_once_and_moves_reports()
    {
        var file = ReportFolder.Name("follow-ups.jsonl");
        var said = _reports.Triage("feedback", "--from", file);
        var log = _reports.Log();

        Assert.Equal(ExitCode.Done, said.ExitCode);
        Assert.Equal(["true", "true", "true", "true", "true"], said.Records.SkipLast(1).Select(record => record.GetProperty("new").GetRawText()));
        Assert.Contains("$.outcome", said.Records[4].GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(14, _reports.Queue().Records.Count);
        Assert.Equal("returned", _reports.Queue().Records.Single(record => record.GetProperty("report").GetString() == "r-009").GetProperty("status").GetString());

        Assert.All(_reports.Triage("feedback", "--from", file).Records.SkipLast(1), record => Assert.False(record.GetProperty("new").GetBoolean()));
        Assert.Equal(log, _reports.Log());
        _reports.Triage("feedback", "r-002", "reopened", "--by", "reviewer-3", "--why", "More came.", "--time", "2026-11-01");
        Assert.Equal(15, _reports.Queue().Records.Count);
        Assert.Equal(["opened", "actioned", "reopened"], _reports.Triage("show", "r-002").Records[0].GetProperty("followUps").EnumerateArray().Select(said => said.GetProperty("followUp").GetProperty("outcome").GetString()));
        _reports.AssertWhole();
    }

    [Fact]
    public void Feedback_that_cannot_be_used_is_told_by_line_and_the_counts_add_up()
    {
        var file = _reports.Folder.Write("f.jsonl", """
            {"report":"r-001","time":"2026-11-01T00:00:00Z","outcome":"closed","reviewer":"a","note":"b"}
            {"report":"r-999","time":"2026-11-01T00:00:00Z","outcome":"closed","reviewer":"a","note":"b"}
            {"report":"r-002","time":"2026-11-01T00:00:00Z","outcome":"closed","note":"b"}
            {"report":"r-003","outcome":"closed"}
            {"report":"r-003","time":"2026-11-01T00:00:00Z","outcome":"closed","reviewer":"a"}
            """);

        var run = _reports.Triage("feedback", "--from", file, "--why", "Because.");

        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        Assert.Equal([1, 2, 3, 4], run.Records.Where(record => record.TryGetProperty("line", out _)).Select(record => record.GetProperty("line").GetInt32()));
        Assert.Equal((5, 1, 4), (run.Records[^1].GetProperty("rows").GetInt32(), run.Records[^1].GetProperty("accepted").GetInt32(), run.Records[^1].GetProperty("rejected").GetInt32()));
        Assert.Equal(ExitCode.SomeFailed, _reports.Triage("feedback", "r-001", "closed", "--by", "a", "--why", "b").ExitCode);
        Assert.Equal(ExitCode.WrongUsage, _reports.Triage("feedback", "r-002", "done", "--by", "a", "--why", "b").ExitCode);
        Assert.Equal(ExitCode.WrongUsage, _reports.Triage("feedback", "r-002", "closed", "--by", "a").ExitCode);
        Assert.Equal(ExitCode.WrongUsage, _reports.Triage("feedback", "--from", file, "--time", "2026-11-01").ExitCode);
    }

    [Fact]
    public void Stats_tell_all_and_each_system()
    {
        _reports.Triage("feedback", "--from", ReportFolder.Name("follow-ups.jsonl"));

        var records = _reports.Triage("stats").Records;

        Assert.Equal(["all", "source", "source", "source", "source", "source"], records.Select(record => record.GetProperty("scope").GetString()));
        Assert.Equal(16, records.Skip(1).Sum(record => record.GetProperty("reports").GetInt32()));
        var (all, hub) = (records[0], records[2]);
        Assert.Equal((391, 9, 391, 4), (all.GetProperty("firstGenerationPermille").GetInt32(), all.GetProperty("copiesRemoved").GetInt32(), all.GetProperty("copiesRemovedPermille").GetInt32(), all.GetProperty("lookedAt").GetInt32()));
        Assert.Equal((2, 14, 1), (all.GetProperty("outcomeKnown").GetInt32(), all.GetProperty("outcomeUnknown").GetInt32(), all.GetProperty("otherWords").GetInt32()));
        Assert.Equal(("hub-a", 500, 162_000), (hub.GetProperty("source").GetString(), hub.GetProperty("labelPrecisionPermille").GetInt32(), hub.GetProperty("medianToFirstLook").GetInt32()));
    }

    [Fact]
    public void A_group_goes_to_case_tools_and_is_read_back()
    {
        var (vics, csv) = (_reports.Folder.Path("g.json"), _reports.Folder.Path("g.csv"));

        var written = Assert.Single(_reports.Triage("export", "r-004", "--to", "vics", "--output", vics).Records);
        _reports.Triage("export", "--group", "2", "--to", "csv", "--output", csv);

        Assert.Equal((4, 6, 0), (written.GetProperty("reports").GetInt32(), written.GetProperty("written").GetInt32(), written.GetProperty("leftOut").GetInt32()));
        var list = Assert.Single(CommandRun.Of("list", "info", vics).Records);
        Assert.Equal(("vics", 6), (list.GetProperty("format").GetString(), list.GetProperty("entries").GetInt32()));
        var rows = File.ReadAllLines(csv);
        Assert.Equal((7, 6), (rows.Length, rows.Skip(1).Count(row => row.Split(',').Length == rows[0].Split(',').Length)));
        Assert.Equal(ExitCode.SomeFailed, _reports.Triage("export", "--group", "99", "--to", "csv", "--output", csv).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, _reports.Triage("export", "--to", "csv", "--output", csv).ExitCode);
        Assert.Equal(rows, File.ReadAllLines(csv));
        Assert.Contains($"the table '{_reports.Folder.Path("none/g.csv")}' could not be written", _reports.Triage("export", "r-004", "--to", "csv", "--output", _reports.Folder.Path("none/g.csv")).Error, StringComparison.Ordinal);
    }
}
