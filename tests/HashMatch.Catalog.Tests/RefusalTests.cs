using HashMatch.Catalog.Triage;
using HashMatch.Triage.FollowUps;

namespace HashMatch.Catalog.Tests;

/// <summary>Reports and follow-ups that cannot be kept.</summary>
public sealed class RefusalTests : IDisposable
{
    readonly TemporaryCatalog _catalog = new();
    readonly Random _random = new(7);

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void A_follow_up_that_could_not_be_read_again_is_refused_and_the_catalogue_stays_whole()
    {
        _catalog.Submit(TestReports.Of("a", DrawnHash.Of(_random)));
        var said = FollowUp.Of("a", null, TestReports.Time, FollowUpOutcome.Opened) with { Reviewer = "r", Note = "n" };
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
        var report = TestReports.Of("a", DrawnHash.Of(_random), DrawnHash.Of(_random));
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

    [Fact]
    public void A_follow_up_without_a_name_or_a_report_is_refused_and_the_next_goes_in()
    {
        _catalog.Submit(TestReports.Of("a", DrawnHash.Of(_random)));
        using var log = FollowUpLog.Open(_catalog.Path, TimeProvider.System);
        var said = FollowUp.Of("a", null, TestReports.Time, FollowUpOutcome.Closed);

        Assert.Throws<FeedbackException>(() => log.Submit(said));
        Assert.Throws<FeedbackException>(() => log.Submit(said with { Report = "b", Reviewer = "r", Note = "n" }));
        Assert.True(log.Submit(said with { Reviewer = "r", Note = "n" }).IsNew);
        Assert.False(log.Submit(said with { Reviewer = "r", Note = "n" }).IsNew);
        Assert.Throws<CatalogException>(() => _catalog.Open());
    }
}
