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
        _catalog.Submit(TestReports.Of("r", DrawnHash.Of(_random)));

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal(Migrations.Steps.Count, reader.Verify().Version);
        Assert.Equal("r", Assert.Single(reader.Reports.ReadCases()).Report.Id);
    }

    [Fact]
    public void What_was_not_committed_is_not_there_at_all()
    {
        using (var writer = _catalog.Open())
        {
            writer.Reports.Submit(TestReports.Of("a", DrawnHash.Of(_random)), [null]);
            writer.Commit();
            writer.Reports.Submit(TestReports.Of("b", DrawnHash.Of(_random)), [null]);
        }

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal((1, 2), (reader.Verify().Items, reader.ReadInfo().Decisions));
        Assert.Equal("a", Assert.Single(reader.Reports.ReadCases()).Report.Id);
    }

    [Fact]
    public void Who_arrived_first_has_the_first_sighting_whoever_was_taken_in_first()
    {
        var hash = DrawnHash.Of(_random);
        _catalog.Submit(TestReports.Of("late", hash) with { ReceivedTime = TestReports.Time.AddDays(9) });
        _catalog.Submit(TestReports.Of("early", DrawnHash.At(hash, 4)) with { ReceivedTime = TestReports.Time.AddDays(1) });
        _catalog.Submit(TestReports.Of("middle", hash) with { ReceivedTime = TestReports.Time.AddDays(5) });

        Assert.Equal([Verdict.FirstGeneration, Verdict.Repeat, Verdict.Repeat], Verdicts("early", "middle", "late"));
    }

    [Fact]
    public void What_a_scan_saw_stays_the_first_sighting()
    {
        var hash = DrawnHash.Of(_random);
        _catalog.Submit([TemporaryCatalog.Item("file", hash, 1)]);
        _catalog.Submit(TestReports.Of("a", hash));
        _catalog.Submit(TestReports.Of("b", hash));

        Assert.Equal([Verdict.Repeat, Verdict.Repeat], Verdicts("a", "b"));
    }

    [Fact]
    public void A_report_that_drops_an_item_hands_the_first_sighting_on()
    {
        var (dropped, other) = (DrawnHash.Of(_random), DrawnHash.Of(_random));
        _catalog.Submit(TestReports.Of("a", dropped));
        _catalog.Submit(TestReports.Of("b", dropped) with { ReceivedTime = TestReports.Time.AddDays(1) });
        _catalog.Submit(TestReports.Of("a", other));

        Assert.Equal([Verdict.FirstGeneration, Verdict.FirstGeneration], Verdicts("a", "b"));
    }

    [Fact]
    public void Items_in_another_order_are_the_same_items()
    {
        Hash256[] hashes = [DrawnHash.Of(_random), DrawnHash.Of(_random)];
        _catalog.Submit(TestReports.Of("a", hashes));
        Assert.Equal(ReportChange.Changed, _catalog.Submit(TestReports.Of("a", [hashes[1], hashes[0]])).Change);

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal(2, reader.ReadInfo().Contents);
        Assert.Equal(2, ItemCounts.Of(Assert.Single(reader.Reports.ReadCases()).Verdicts).FirstGeneration);
    }

    [Fact]
    public void Without_a_gate_digests_alone_are_not_near_one_another()
    {
        var settings = TemporaryCatalog.Settings with { Bounds = MatchOptions.Default with { MinQuality = 0, MaxUndecidedBits = 256, MaxImbalance = 128 } };
        using var writer = CatalogWriter.Open(_catalog.Path, settings, [], TimeProvider.System);
        ReportReceipt Take(string id, int bytes) => writer.Reports.Submit(TestReports.Of(id) with
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
        _catalog.Submit(TestReports.Of("a", DrawnHash.Of(_random), DrawnHash.Of(_random)));
        using (var log = FollowUpLog.Open(_catalog.Path, TimeProvider.System))
        {
            log.Submit(FollowUp.Of("a", null, TestReports.Time, FollowUpOutcome.Opened) with { Reviewer = "r", Note = "n" });
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
        _catalog.Submit(TestReports.Of("a", DrawnHash.Of(_random)));
        _catalog.Tamper(change);

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Contains(message, Assert.Throws<CatalogException>(() => reader.Verify()).Message, StringComparison.Ordinal);
    }

    IEnumerable<Verdict?> Verdicts(params string[] ids)
    {
        using var reader = CatalogReader.Open(_catalog.Path);
        reader.Verify();
        var cases = reader.Reports.ReadCases(2).ToDictionary(@case => @case.Report.Id);
        return [.. ids.Select(id => cases[id].Verdicts[0]?.Verdict)];
    }
}
