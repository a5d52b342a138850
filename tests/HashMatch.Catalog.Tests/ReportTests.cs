using HashMatch.Catalog.Internals;
using HashMatch.Catalog.Triage;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Triage;
using HashMatch.Triage.FollowUps;
using HashMatch.Triage.Reports;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Tests;

public sealed class ReportTests : IDisposable
{
    static readonly DateTimeOffset s_time = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    readonly TemporaryCatalog _catalog = new();
    readonly Random _random = new(7);

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void A_catalogue_of_the_version_before_takes_reports_in()
    {
        using (SqliteConnection connection = new($"Data Source={_catalog.Path};Pooling=False"))
        {
            connection.Open();
            Migrations.Apply(connection, 0, [.. Migrations.Steps.SkipLast(1)]);
        }

        Assert.Throws<CatalogException>(() => CatalogReader.Open(_catalog.Path));
        Submit(ReportOf("r", DrawnHash.Of(_random)));

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal(Migrations.Steps.Count, reader.Verify().Version);
        Assert.Equal("r", Assert.Single(reader.Reports.ReadCases()).Report.Id);
    }

    [Fact]
    public void What_was_not_committed_is_not_there_at_all()
    {
        using (var writer = _catalog.Open())
        {
            writer.Reports.Submit(ReportOf("a", DrawnHash.Of(_random)), [null]);
            writer.Commit();
            writer.Reports.Submit(ReportOf("b", DrawnHash.Of(_random)), [null]);
        }

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal((1, 2), (reader.Verify().Items, reader.ReadInfo().Decisions));
        Assert.Equal("a", Assert.Single(reader.Reports.ReadCases()).Report.Id);
    }

    [Fact]
    public void Who_arrived_first_has_the_first_sighting_whoever_was_taken_in_first()
    {
        var hash = DrawnHash.Of(_random);
        Submit(ReportOf("late", hash) with { ReceivedTime = s_time.AddDays(9) });
        Submit(ReportOf("early", DrawnHash.At(hash, 4)) with { ReceivedTime = s_time.AddDays(1) });
        Submit(ReportOf("middle", hash) with { ReceivedTime = s_time.AddDays(5) });

        Assert.Equal([Verdict.FirstGeneration, Verdict.Repeat, Verdict.Repeat], Verdicts("early", "middle", "late"));
    }

    [Fact]
    public void What_a_scan_saw_stays_the_first_sighting()
    {
        var hash = DrawnHash.Of(_random);
        _catalog.Submit([TemporaryCatalog.Item("file", hash, 1)]);
        Submit(ReportOf("a", hash));
        Submit(ReportOf("b", hash));

        Assert.Equal([Verdict.Repeat, Verdict.Repeat], Verdicts("a", "b"));
    }

    [Fact]
    public void A_report_that_drops_an_item_hands_the_first_sighting_on()
    {
        var (dropped, other) = (DrawnHash.Of(_random), DrawnHash.Of(_random));
        Submit(ReportOf("a", dropped));
        Submit(ReportOf("b", dropped) with { ReceivedTime = s_time.AddDays(1) });
        Submit(ReportOf("a", other));

        Assert.Equal([Verdict.FirstGeneration, Verdict.FirstGeneration], Verdicts("a", "b"));
    }

    [Fact]
    public void Items_in_another_order_are_the_same_items()
    {
        Hash256[] hashes = [DrawnHash.Of(_random), DrawnHash.Of(_random)];
        Submit(ReportOf("a", hashes));
        Assert.Equal(ReportChange.Changed, Submit(ReportOf("a", [hashes[1], hashes[0]])).Change);

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal(2, reader.ReadInfo().Contents);
        Assert.Equal(2, ItemCounts.Of(Assert.Single(reader.Reports.ReadCases()).Verdicts).FirstGeneration);
    }

    [Fact]
    public void Without_a_gate_digests_alone_are_not_near_one_another()
    {
        var settings = TemporaryCatalog.Settings with { Bounds = MatchOptions.Default with { MinQuality = 0, MaxUndecidedBits = 256, MaxImbalance = 128 } };
        using var writer = CatalogWriter.Open(_catalog.Path, settings, [], TimeProvider.System);
        ReportReceipt Take(string id, int bytes) => writer.Reports.Submit(ReportOf(id) with
        {
            Items = [new ReportItem { Digests = [ContentDigest.Compute(DigestKind.Md5, BitConverter.GetBytes(bytes))] }],
        }, [null]);

        Assert.Equal((1, 1), (Take("a", 1).Items.Undecided, Take("b", 2).Items.Undecided));
    }

    [Theory]
    [InlineData("UPDATE report_revision SET text = CAST(replace(CAST(text AS TEXT), '\"t\"', '\"u\"') AS BLOB)", "of 'report_revision' holds what its 'text' cannot")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM report_item; DELETE FROM report_revision", "logged is missing")]
    [InlineData("DELETE FROM follow_up", "logged is missing")]
    [InlineData("INSERT OR IGNORE INTO report (id, place, name, revision) VALUES (7, 'report:///b', 'b', 1); UPDATE follow_up SET report = 7", "of 'follow_up' holds what its 'report' cannot")]
    public void Changed_reports_and_follow_ups_are_noticed(string change, string message)
    {
        Submit(ReportOf("a", DrawnHash.Of(_random), DrawnHash.Of(_random)));
        using (var log = FollowUpLog.Open(_catalog.Path, TimeProvider.System))
        {
            log.Submit(FollowUp.Of("a", null, s_time, FollowUpOutcome.Opened) with { Reviewer = "r", Note = "n" });
            log.Commit();
        }

        using (var whole = CatalogReader.Open(_catalog.Path))
        {
            var info = whole.Verify();
            Assert.Equal((1, 2, 1), (info.Reports, info.ReportItems, info.FollowUps));
        }

        Assert.Contains("never", Assert.Throws<SqliteException>(() => _catalog.Tamper(change)).Message, StringComparison.Ordinal);
        _catalog.Tamper($"DROP TRIGGER report_revision_is_final; DROP TRIGGER report_revision_is_kept; DROP TRIGGER follow_up_is_kept; DROP TRIGGER follow_up_is_final; {change}");

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Contains(message, Assert.Throws<CatalogException>(() => reader.Verify()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE report SET place = 'report:///b'", "of 'report_revision' holds what its 'text' cannot")]
    [InlineData("UPDATE report SET revision = 1", "logged is missing")]
    public void So_are_changed_names(string change, string message)
    {
        Submit(ReportOf("a", DrawnHash.Of(_random)));
        _catalog.Tamper(change);

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Contains(message, Assert.Throws<CatalogException>(() => reader.Verify()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_follow_up_without_a_name_or_a_report_is_refused_and_the_next_goes_in()
    {
        Submit(ReportOf("a", DrawnHash.Of(_random)));
        using var log = FollowUpLog.Open(_catalog.Path, TimeProvider.System);
        var said = FollowUp.Of("a", null, s_time, FollowUpOutcome.Closed);

        Assert.Throws<FeedbackException>(() => log.Submit(said));
        Assert.Throws<FeedbackException>(() => log.Submit(said with { Report = "b", Reviewer = "r", Note = "n" }));
        Assert.True(log.Submit(said with { Reviewer = "r", Note = "n" }).IsNew);
        Assert.False(log.Submit(said with { Reviewer = "r", Note = "n" }).IsNew);
        Assert.Throws<CatalogException>(() => _catalog.Open());
    }

    [Fact]
    public void A_follow_up_that_could_not_be_read_again_is_refused_and_the_catalogue_stays_whole()
    {
        Submit(ReportOf("a", DrawnHash.Of(_random)));
        var said = FollowUp.Of("a", null, s_time, FollowUpOutcome.Opened) with { Reviewer = "r", Note = "n" };
        using (var log = FollowUpLog.Open(_catalog.Path, TimeProvider.System))
        {
            Assert.Equal("$.note must not be longer than 4096 characters.", Assert.Throws<FeedbackException>(() => log.Submit(said with { Note = new string('x', 4097) })).Message);
            Assert.Equal("$.confirmedLabels[1] must not be empty.", Assert.Throws<FeedbackException>(() => log.Submit(said with { ConfirmedLabels = ["A", ""] })).Message);
            Assert.Throws<FeedbackException>(() => log.Submit(said with { Time = DateTimeOffset.MinValue }));
            log.Submit(said);
            log.Commit();
        }

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal(1, reader.Verify().FollowUps);
        Assert.Equal("n", Assert.Single(Assert.Single(reader.Reports.ReadCases()).FollowUps).Note);
    }

    [Fact]
    public void A_report_that_could_not_be_read_again_is_refused_before_any_item_is_decided()
    {
        var report = ReportOf("a", DrawnHash.Of(_random), DrawnHash.Of(_random));
        ItemReading impossible = new("/f") { Content = TemporaryCatalog.Item("f", DrawnHash.Of(_random), 1).Content with { Length = -1 } };
        using (var writer = _catalog.Open())
        {
            Assert.StartsWith("$.id must not be empty.", Assert.Throws<ArgumentException>(() => writer.Reports.Submit(report with { Id = "" }, [null, null])).Message, StringComparison.Ordinal);
            Assert.ThrowsAny<ArgumentException>(() => writer.Reports.Submit(report with { Items = [report.Items[0], report.Items[1] with { Quality = 101 }] }, [null, null]));
            Assert.ThrowsAny<ArgumentException>(() => writer.Reports.Submit(report, [null, impossible]));
            Assert.Equal(0, writer.Pending);
            writer.Reports.Submit(report, [null, null]);
            writer.Complete();
        }

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal((1, 2), (reader.Verify().Reports, reader.ReadInfo().Items));
    }

    ReportReceipt Submit(Report report)
    {
        using var writer = _catalog.Open();
        var receipt = writer.Reports.Submit(report, new ItemReading?[report.Items.Count]);
        writer.Complete();
        return receipt;
    }

    IEnumerable<Verdict?> Verdicts(params string[] ids)
    {
        using var reader = CatalogReader.Open(_catalog.Path);
        reader.Verify();
        var cases = reader.Reports.ReadCases(2).ToDictionary(@case => @case.Report.Id);
        return [.. ids.Select(id => cases[id].Verdicts[0]?.Verdict)];
    }

    static Report ReportOf(string id, params Hash256[] hashes) => new()
    {
        Id = id,
        IncidentType = "t",
        IncidentTime = s_time,
        Items = [.. hashes.Select(hash => new ReportItem { Pdq = hash })],
    };
}
