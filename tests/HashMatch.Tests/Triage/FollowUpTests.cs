using System.Text;
using HashMatch.Matching;
using HashMatch.Triage;
using HashMatch.Triage.FollowUps;
using HashMatch.Triage.Reports;

namespace HashMatch.Tests.Triage;

public class FollowUpTests
{
    [Fact]
    public void A_follow_up_is_read_and_written_whole()
    {
        const string Line = """{"schema":"hashmatch/follow-up@1","report":"r-1","source":"system-1","time":"2026-02-01T00:00:00Z","outcome":"not-actionable","reviewer":"p-1","confirmedLabels":["A"],"rejectedLabels":["B","C"],"note":"n","x":[1]}""";
        using FollowUpReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(Line)));

        Assert.True(reader.TryRead(out var row));
        Assert.Equal(FollowUpOutcome.NotActionable, row.Value!.Outcome);
        Assert.Equal(Line, Encoding.UTF8.GetString(FollowUpWriter.ToUtf8Bytes(row.Value)));
        Assert.False(reader.TryRead(out _));
    }

    [Fact]
    public void An_outcome_nobody_knows_is_kept_with_a_warning()
    {
        var row = FollowUpReader.Parse("""{"report":"r-1","time":"2026-02-01T00:00:00Z","outcome":"some-word"}"""u8);

        Assert.Null(row.Value!.Outcome);
        Assert.Equal("some-word", row.Value.OutcomeText);
        Assert.Equal("$.outcome", Assert.Single(row.Problems).Path);
    }

    [Theory]
    [InlineData("""{"time":"2026-02-01T00:00:00Z","outcome":"closed"}""", "$.report")]
    [InlineData("""{"report":"r-1","outcome":"closed"}""", "$.time")]
    [InlineData("""{"report":"r-1","time":"2026-02-01T00:00:00Z"}""", "$.outcome")]
    [InlineData("""{"report":"r-1","time":"2026-02-01T00:00:00Z","outcome":"closed","schema":"hashmatch/report@1"}""", "$.schema")]
    [InlineData("""{"report":"r-1","time":"2026-02-01T00:00:00Z","outcome":"closed","confirmedLabels":"A"}""", "$.confirmedLabels")]
    public void A_follow_up_that_lacks_something_is_refused_by_field(string document, string path) =>
        Assert.Equal(path, Assert.Single(FollowUpReader.Parse(Encoding.UTF8.GetBytes(document)).Problems).Path);

    [Fact]
    public void Every_outcome_has_a_word_of_its_own()
    {
        foreach (var outcome in Enum.GetValues<FollowUpOutcome>())
        {
            Assert.Equal(outcome, FollowUp.FindOutcome(FollowUp.NameOf(outcome)));
        }
    }

    [Fact]
    public void Statistics_count_each_system()
    {
        var stats = TriageStats.Of(
        [
            Case("r-1", "system-1", [ItemVerdict.FirstGeneration, Repeat(), Repeat()], (2, "opened", 0, 0), (9, "actioned", 3, 1)),
            Case("r-2", "system-1", [ItemVerdict.FirstGeneration], (4, "some-word", 0, 0)),
            Case("r-3", "system-1", []),
            Case("r-4", "system-1", [new ItemVerdict(Verdict.Suppressed, []), null], (-5, "closed", 0, 0), (7, "reopened", 0, 0)),
            Case("r-5", null, [null]),
        ]);
        var source = stats.Sources[1];

        Assert.Equal([null, "system-1"], stats.Sources.Select(one => one.Source));
        Assert.Equal((4, 6, 2, 333, 3, 500), (source.Reports, source.Items.Total, source.Items.FirstGeneration, source.FirstGenerationPermille!.Value,
            source.CopiesRemoved, source.CopiesRemovedPermille!.Value));
        Assert.Equal((3, TimeSpan.FromHours(2), TimeSpan.FromHours(4)), (source.LookedAt, source.MedianToFirstLook!.Value, source.NinetiethToFirstLook!.Value));
        Assert.Equal((1, 3, 1), (source.OutcomeKnown, source.OutcomeUnknown, source.OtherWords));
        Assert.Equal([new(FollowUpOutcome.Actioned, 1), new KeyValuePair<FollowUpOutcome, int>(FollowUpOutcome.Reopened, 1)], source.Outcomes);
        Assert.Equal((3, 1, 750), (source.ConfirmedLabels, source.RejectedLabels, source.LabelPrecisionPermille!.Value));
        Assert.Equal((5, 7, 286), (stats.Overall.Reports, stats.Overall.Items.Total, stats.Overall.FirstGenerationPermille!.Value));
        Assert.Null(stats.Sources[0].MedianToFirstLook);
        Assert.Null(stats.Sources[0].LabelPrecisionPermille);
    }

    static ItemVerdict Repeat() => new(Verdict.Repeat, []);

    static TriageCase Case(string id, string? source, ItemVerdict?[] verdicts, params (int Hours, string Outcome, int Confirmed, int Rejected)[] followUps) =>
        new(SeededCases.Report(id, [.. verdicts.Select(_ => new ReportItem { Path = "a" })]) with { Source = source }, verdicts,
            [.. followUps.Select(followUp => new FollowUp
            {
                Report = id,
                Source = source,
                Time = SeededCases.Start.AddHours(followUp.Hours),
                Outcome = FollowUp.FindOutcome(followUp.Outcome),
                OutcomeText = followUp.Outcome,
                ConfirmedLabels = [.. Enumerable.Repeat("A", followUp.Confirmed)],
                RejectedLabels = [.. Enumerable.Repeat("B", followUp.Rejected)],
            })]);
}
