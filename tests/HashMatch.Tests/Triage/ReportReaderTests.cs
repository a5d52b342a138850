using System.Text;
using HashMatch.Hashes;
using HashMatch.Triage;
using HashMatch.Triage.Reports;
using NJsonSchema;

namespace HashMatch.Tests.Triage;

public class ReportReaderTests
{
    public static TheoryData<string> Valid => [.. ReportDocuments.Valid];

    public static TheoryData<string, string> Invalid => [.. ReportDocuments.Invalid];

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task What_the_schema_allows_is_taken(string document)
    {
        Assert.Empty((await JsonSchema.FromJsonAsync(ReportSchema.Json, TestContext.Current.CancellationToken)).Validate(document));
        var row = Parse(document);

        Assert.True(row.IsAccepted, string.Join("; ", row.Problems));
        Assert.All(row.Problems, problem => Assert.True(problem.IsWarning));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task What_the_schema_forbids_is_refused_by_field(string document, string path)
    {
        Assert.NotEmpty((await JsonSchema.FromJsonAsync(ReportSchema.Json, TestContext.Current.CancellationToken)).Validate(document));
        var row = Parse(document);

        Assert.False(row.IsAccepted);
        var error = Assert.Single(row.Problems, problem => !problem.IsWarning);
        Assert.Equal((7, path), (error.Line, error.Path));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"id\":\"r-1\",\"id\":\"r-2\",\"incidentType\":\"a\",\"incidentTime\":\"2026-01-31T08:30:00Z\"}")]
    [InlineData("{\"id\":\"r-1\",\"incidentType\":\"a\",\"incidentTime\":\"2026-02-30T08:30:00Z\"}")]
    [InlineData("{\"id\":\"\\ud800\",\"incidentType\":\"a\",\"incidentTime\":\"2026-01-31T08:30:00Z\"}")]
    [InlineData("{\"\\ud800\":1,\"id\":\"r-1\",\"incidentType\":\"a\",\"incidentTime\":\"2026-01-31T08:30:00Z\"}")]
    [InlineData("{\"x\":\"\\ud800\",\"id\":\"r-1\",\"incidentType\":\"a\",\"incidentTime\":\"2026-01-31T08:30:00Z\"}")]
    public void What_no_schema_can_say_is_refused_too(string document) => Assert.False(Parse(document).IsAccepted);

    [Fact]
    public void Lengths_are_code_points()
    {
        // The schema says so too; the validator it is tested with counts otherwise.
        Assert.True(Parse(ReportDocuments.With("source", $"\"{ReportDocuments.Astral(512)}\"")).IsAccepted);
        Assert.False(Parse(ReportDocuments.With("source", $"\"{ReportDocuments.Astral(513)}\"")).IsAccepted);
    }

    [Fact]
    public void Nesting_and_length_are_bounded()
    {
        Assert.True(Parse(ReportDocuments.With("x", Nested(15))).IsAccepted);
        Assert.False(Parse(ReportDocuments.With("x", Nested(16))).IsAccepted);
        Assert.False(Parse(ReportDocuments.With("x", $"\"{new string('a', ReportReader.MaxLineBytes)}\"")).IsAccepted);

        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
    }

    [Theory]
    [InlineData("\U0001F600", 12)]
    [InlineData("\u007F", 6)]
    public void What_grows_too_long_to_be_read_again_by_being_written_is_refused(string text, int escaped)
    {
        const int Rest = 200;
        var longest = Parse(Of((ReportReader.MaxLineBytes - Rest) / escaped));
        Assert.True(longest.IsAccepted);
        Assert.True(ReportReader.Parse(ReportWriter.ToUtf8Bytes(longest.Value)).IsAccepted);
        Assert.Equal($"is longer than {ReportReader.MaxLineBytes} bytes once it is escaped", Assert.Single(Parse(Of(ReportReader.MaxLineBytes / escaped)).Problems).Reason);

        string Of(int count) => ReportDocuments.With("x", $"\"{string.Concat(Enumerable.Repeat(text, count))}\"");
    }

    [Fact]
    public void Every_field_is_read()
    {
        var report = Parse(ReportDocuments.Full).Value!;
        var item = report.Items[0];

        Assert.Equal(("r-1", "system-1", "J-1", "s-1", "type-a", true),
            (report.Id, report.Source, report.Jurisdiction, report.Submitter, report.IncidentType, report.Escalated));
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 8, 30, 0, 250, TimeSpan.FromHours(14)), report.IncidentTime);
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), report.ArrivalTime);
        Assert.Equal(["a-1", "a-2"], report.Accounts);
        Assert.Equal("{\"extra\":{\"deep\":[1,null]}}", report.ExtraFields);
        Assert.Equal(("f-1", "a/b.jpg", 100, "place-1", "device-1", false, ItemRelevance.Supplemental),
            (item.Id, item.Path, item.Quality, item.Place, item.Device, item.ViewedByReporter, item.Relevance));
        Assert.Equal(Hash256.Parse(new string('a', 64)), item.Pdq);
        Assert.Equal([DigestKind.Md5, DigestKind.Sha1, DigestKind.Sha256, DigestKind.XxHash128], item.Digests.Select(digest => digest.Kind));
        Assert.Equal(["A", "potential-meme"], item.Annotations);
        Assert.Equal("{\"more\":1.50}", item.ExtraFields);
    }

    [Fact]
    public void What_is_written_is_read_as_the_same_report()
    {
        foreach (var document in ReportDocuments.Valid)
        {
            var once = ReportWriter.ToUtf8Bytes(Parse(document).Value!);
            Assert.Equal(once, ReportWriter.ToUtf8Bytes(ReportReader.Parse(once).Value!));
        }

        // All of the fullest one is still there, digits in lower case and the order ours.
        var text = Encoding.UTF8.GetString(ReportWriter.ToUtf8Bytes(Parse(ReportDocuments.Full).Value!));
        foreach (var part in (string[])["08:30:00.25+14:00", "23:59:59-03:30", "\"more\":1.50", "\"deep\":[1,null]", "supplemental", new string('b', 32)])
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Words_outside_a_closed_set_warn_and_are_kept()
    {
        var row = ReportReader.Parse(Encoding.UTF8.GetBytes(ReportDocuments.With("items", "[{\"path\":\"a\",\"relevance\":\"other\"}]")), 3,
            new ReportReadOptions { IncidentTypes = new HashSet<string> { "type-b" } });

        Assert.Equal(["line 3, $.incidentType: is none of the incident types in use; it is kept as it is",
            "line 3, $.items[0].relevance: is neither 'reported' nor 'supplemental'; the word is kept, and the item counts as reported"],
            row.Problems.Select(problem => problem.ToString()));
        Assert.Contains("\"relevance\":\"other\"", Encoding.UTF8.GetString(ReportWriter.ToUtf8Bytes(row.Value!)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_with_a_thousand_mistakes_names_fifty()
    {
        var row = Parse(ReportDocuments.With("items", $"[{string.Join(',', Enumerable.Repeat("{\"path\":\"a\",\"md5\":1}", 1_000))}]"));

        Assert.Equal(51, row.Problems.Count);
        Assert.False(row.Problems[50].IsWarning);
        Assert.Equal("$.items[49].md5", row.Problems[49].Path);
    }

    [Fact]
    public void Lines_are_read_one_by_one_and_a_bad_one_stops_nothing()
    {
        var text = $"\uFEFF{ReportDocuments.Least}\r\n\n  \nnonsense\n{new string(' ', ReportReader.MaxLineBytes + 200_000)}\n{ReportDocuments.Full}";
        using ReportReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        List<LineRow<Report>> rows = [];
        while (reader.TryRead(out var row))
        {
            rows.Add(row);
        }

        Assert.Equal([(1L, true), (4L, false), (5L, false), (6L, true)], rows.Select(row => (row.Line, row.IsAccepted)));
        Assert.Contains("longer than", rows[2].Problems[0].Reason, StringComparison.Ordinal);
        Assert.Equal((2L, 2L), (reader.Accepted, reader.Rejected));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(70_000)]
    public void Lines_may_end_anywhere_in_the_buffer(int padding)
    {
        var line = ReportDocuments.With("x", $"\"{new string('a', padding)}\"");
        using ReportReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes($"{line}\n{line}\n{line}")));
        for (var number = 1; number <= 3; number++)
        {
            Assert.True(reader.TryRead(out var row));
            Assert.True(row.IsAccepted);
            Assert.Equal(number, row.Line);
        }

        Assert.False(reader.TryRead(out _));
    }

    static LineRow<Report> Parse(string document) => ReportReader.Parse(Encoding.UTF8.GetBytes(document), 7);
}
