using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HashMatch.Cli.Tests.Triage;

public sealed class QueueTests : IDisposable
{
    readonly ReportFolder _reports = new();

    public void Dispose() => _reports.Dispose();

    [Fact]
    public void The_queue_of_the_projects_reports_is_the_one_that_its_rules_give()
    {
        _reports.Ingest(ReportFolder.Reports);

        var records = _reports.Queue().Records;

        Assert.Equal(
            ["1 r-014 hub-a 1615", "2 r-011  1300", "3 r-016 hub-c 1200", "4 r-003 hub-b 1140", "5 r-012 hub-d 1035", "6 r-001 hub-a 955", "7 r-004 hub-b 955",
                "8 r-010 hub-b 955", "9 r-007 hub-a 770", "10 r-006 hub-c 755", "11 r-013 hub-d 755", "12 r-001 hub-c 595", "13 r-005 hub-c 540", "14 r-002 hub-a 400",
                "15 r-008 hub-a 400", "16 r-009 hub-b 400"],
            records.Select(record => $"{record.GetProperty("place")} {record.GetProperty("report").GetString()} {(record.TryGetProperty("source", out var source) ? source.GetString() : "")} {record.GetProperty("priority")}"));
        Assert.All(records, record => Assert.Equal(record.GetProperty("priority").GetInt32(), record.GetProperty("factors").EnumerateArray().Sum(factor => factor.GetProperty("points").GetInt32())));
        Assert.All(records, record => Assert.Equal(10, record.GetProperty("factors").GetArrayLength()));
        Assert.Equal("2026-12-03T07:30:00.000Z 9 default-2", $"{records[3].GetProperty("deadline").GetString()} {records[3].GetProperty("daysLeft")} {records[3].GetProperty("rules").GetProperty("version").GetString()}");
        Assert.Equal(["items", "accounts or items.place or items.device"], records[15].GetProperty("completeness").GetProperty("missingRequired").EnumerateArray().Select(part => part.GetString()));
        Assert.Equal((4, true, true), (records[4].GetProperty("group").GetProperty("size").GetInt32(), records[4].GetProperty("group").GetProperty("crossSystem").GetBoolean(), records[4].GetProperty("group").GetProperty("crossJurisdiction").GetBoolean()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_same_bytes_come_out_for_every_order_of_delivery_and_thread_count(int seed)
    {
        // An item of a digest alone is no copy of one that came before with a hash and no digest: which group it joins depends on the order.
        string[] lines = [.. File.ReadLines(ReportFolder.Reports).Where(line => !line.Contains("r-005", StringComparison.Ordinal))];
        _reports.Ingest(_reports.Folder.Write("r.jsonl", string.Join('\n', lines)), "--threads", "1");
        new Random(seed).Shuffle(lines);
        using ReportFolder other = new();
        other.Ingest(other.Folder.Write("r.jsonl", string.Join('\n', lines)), "--threads", "3");

        Assert.Equal(_reports.Queue("--threads", "1").Output, other.Queue("--threads", "3").Output);
        Assert.Equal(_reports.Queue("--format", "csv").Output, other.Queue("--format", "csv").Output);
        Assert.Equal(_reports.Triage("links").Output, other.Triage("links").Output);
        Assert.Equal(_reports.Triage("stats").Output, other.Triage("stats").Output);
    }

    [Fact]
    public void A_limit_cuts_the_queue_and_closed_reports_come_last_without_a_place()
    {
        _reports.Ingest(ReportFolder.Reports);
        _reports.Triage("feedback", "r-003", "closed", "--by", "reviewer-1", "--why", "Done.");

        Assert.Equal(["r-014", "r-011"], _reports.Queue("--limit", "2").Records.Select(record => record.GetProperty("report").GetString()));
        Assert.Equal(15, _reports.Queue().Records.Count);
        var last = _reports.Queue("--all").Records[^1];
        Assert.Equal(("r-003", "closed", JsonValueKind.Null), (last.GetProperty("report").GetString(), last.GetProperty("status").GetString(), last.GetProperty("place").ValueKind));
    }

    [Fact]
    public void Csv_has_a_cell_for_every_column_and_text_names_every_factor_that_counts()
    {
        _reports.Ingest(ReportFolder.Reports);

        var csv = _reports.Queue("--format", "csv", "--limit", "1").Output.Split('\n');
        var text = _reports.Queue("--format", "text", "--limit", "4").Output;

        // One cell holds a comma, and is quoted.
        Assert.Equal(csv[0].Split(',').Length, csv[1].Replace("\"place, account\"", "", StringComparison.Ordinal).Split(',').Length);
        Assert.Contains("escalation: the reporter escalated it", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_the_operators_own_change_the_order_and_are_named()
    {
        _reports.Ingest(ReportFolder.Reports);
        var rules = _reports.Folder.Write("rules.json", """{"schema":"hashmatch/triage-rules@1","version":"mine","factors":{"incidentType":{"types":{"type-3":5000},"otherTypes":0}}}""");

        var first = _reports.Queue("--rules", rules).Records[0];

        Assert.Equal(("r-006", "mine"), (first.GetProperty("report").GetString(), first.GetProperty("rules").GetProperty("version").GetString()));
        var broken = _reports.Queue("--rules", _reports.Folder.Write("broken.json", """{"schema":"hashmatch/triage-rules@1","version":"1","facters":{}}"""));
        Assert.Equal(ExitCode.Unusable, broken.ExitCode);
        Assert.Contains("facters", broken.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, _reports.Triage("queue", "--now", "yesterday").ExitCode);
        Assert.Equal(ExitCode.Unusable, CommandRun.Of("triage", "queue", "--catalog", _reports.Folder.Path("none.db")).ExitCode);
    }

    [Fact]
    public async Task Rules_may_come_through_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes have no name there.");
        _reports.IngestText("""{"id":"r","incidentType":"t","incidentTime":"2026-10-01T00:00:00Z"}""");
        ProcessStartInfo start = new("sh", ["-c", "echo '{\"schema\":\"hashmatch/triage-rules@1\",\"version\":\"piped\"}' | dotnet \"$@\" --rules /dev/stdin", "sh", typeof(ExitCode).Assembly.Location, "triage", "queue", "--catalog", _reports.Catalog]);

        var run = await CommandRun.OfAsync(start);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal("piped", Assert.Single(run.Records).GetProperty("rules").GetProperty("version").GetString());
    }

    [Fact]
    public void The_page_is_complete_in_itself_shows_no_picture_unasked_and_takes_text_for_text()
    {
        _reports.Ingest(ReportFolder.Reports);
        _reports.IngestText("""{"id":"<script>alert(1)</script>","source":"a&b","incidentType":"t","incidentTime":"2026-10-01T00:00:00Z"}""");
        var path = _reports.Folder.Path("q.html");

        _reports.Queue("--html", path);
        var page = File.ReadAllText(path);

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"http", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.Contains("<strong>17 reports wait.</strong>", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("<figure>").Length - 1);
        // A report leads to its group, and the group to all its reports.
        Assert.Contains("<a href=\"#group-1\">1</a>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"group-1\"", page, StringComparison.Ordinal);
        var member = Regex.Match(page, """<a href="#(report-(\d+))">\2</a>""");
        Assert.Contains($"id=\"{member.Groups[1].Value}\"", page, StringComparison.Ordinal);
        _reports.Queue("--html", path, "--threads", "1");
        Assert.Equal(page, File.ReadAllText(path));
        _reports.Queue("--html", path, "--limit", "2");
        Assert.Contains("The first 2 of 17.", File.ReadAllText(path), StringComparison.Ordinal);
        var nowhere = _reports.Queue("--html", _reports.Folder.Path("none/q.html"));
        Assert.Equal((ExitCode.Unusable, 17), (nowhere.ExitCode, nowhere.Records.Count));
        Assert.Contains($"the page '{_reports.Folder.Path("none/q.html")}' could not be written", nowhere.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grey")]
    [InlineData("blurred")]
    public void Thumbnails_are_small_altered_and_only_of_files_that_are_still_there(string manner)
    {
        var picture = _reports.Folder.WritePicture("a.bmp", seed: 1, width: 400, height: 300);
        _reports.IngestText("""{"id":"r","incidentType":"t","incidentTime":"2026-10-01T00:00:00Z","items":[{"path":"a.bmp"}]}""");
        var path = _reports.Folder.Path("q.html");

        _reports.Queue("--html", path, "--thumbnails", manner);
        var page = File.ReadAllText(path);
        File.Delete(picture);
        _reports.Queue("--html", path, "--thumbnails", manner);

        var start = page.IndexOf("base64,", StringComparison.Ordinal) + 7;
        var png = Convert.FromBase64String(page[start..page.IndexOf('"', start)]);
        Assert.Equal((64, 48), (png[19], png[23]));
        File.WriteAllBytes(picture, png);
        // Another reader takes it for a picture.
        Assert.Equal("png", CommandRun.Of("hash", picture).Records[0].GetProperty("format").GetString());
        Assert.DoesNotContain("<img", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, _reports.Queue("--thumbnails", manner).ExitCode);
    }
}
