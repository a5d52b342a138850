using System.Text;
using HashMatch.Matching;
using HashMatch.Triage;
using HashMatch.Triage.FollowUps;
using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Tests.Triage;

public class TriageQueueTests
{
    static readonly ItemVerdict s_repeat = new(Verdict.Repeat, []);

    [Fact]
    public void Every_factor_says_what_it_rests_on()
    {
        var items = Enumerable.Range(0, 6).Select(number => new ReportItem { Path = $"{number}", Place = number == 0 ? "place-1" : null });
        var report = SeededCases.Report("r-1", [.. items]) with { Escalated = true, Accounts = ["a-1"], Source = "system-1" };
        var other = SeededCases.Report("r-2") with { Accounts = ["a-1"], Source = "system-2", ReceivedTime = SeededCases.Start.AddHours(1) };
        var entry = Queue(SeededCases.Start.AddDays(80), new TriageCase(report, [Known("severity-2", "A"), s_repeat, ItemVerdict.FirstGeneration,
            ItemVerdict.FirstGeneration, new ItemVerdict(Verdict.Failed, []), null]), new TriageCase(other, [])).Open[0];

        Assert.Equal(
        [
            "escalation +400: the reporter escalated it",
            "severity +200: label 'severity-2'",
            "incident-type +0: incident type 'type-a'",
            "first-generation +860: 2 first-generation items",
            "unclear-items +770: 2 items that only a person can judge",
            "new-information +540: new place, account on 2 known or repeated items",
            "sources +40: reports of 2 systems are linked",
            "linked-reports +5: 1 other report in its group",
            "preservation +150: 10 days until the deadline",
            "age-floor +0: waiting for 80 days",
        ], entry.Factors.Select(factor => factor.ToString()));
        Assert.Equal(2965, entry.Priority);
        Assert.Equal((TriageRules.Default.Version, TriageRules.Default.Fingerprint, SeededCases.Start.AddDays(80)), (entry.RulesVersion, entry.RulesFingerprint, entry.PlacedAt));
        Assert.Equal((1, 1, 2, 1, 1, 6), (entry.Items.Known, entry.Items.Repeat, entry.Items.FirstGeneration, entry.Items.Failed, entry.Items.Undecided, entry.Items.Total));
    }

    [Fact]
    public void No_wave_of_copies_outweighs_something_new_or_unclear()
    {
        // The weightiest label, a new account each, and thirty reports of seven systems that have the picture.
        ReportItem copy = new() { Digests = [SeededCases.Digest("1")] };
        TriageCase[] copies = [.. Enumerable.Range(0, 30).Select(number => new TriageCase(
            SeededCases.Report($"copy-{number}", copy) with { Source = $"system-{number % 7}", Accounts = [$"a-{number}"] }, [Known("severity-1")]))];
        var queue = Queue(SeededCases.Start, [.. copies, Case("unclear", new ReportItem(), new ItemVerdict(Verdict.Failed, [])), Case("new", new ReportItem(), ItemVerdict.FirstGeneration)]);

        Assert.Equal(["new", "unclear"], queue.Open.Take(2).Select(entry => entry.Report.Id));
        Assert.Equal(740, queue.Open[2].Priority);
    }

    [Fact]
    public void A_new_place_on_a_known_item_ranks_it_again_and_a_mere_repeat_does_not()
    {
        ReportItem item = new() { Digests = [SeededCases.Digest("1")], Place = "place-1" };
        var entries = Queue(SeededCases.Start,
            Case("r-1", item, Known("A")), Case("r-2", item, Known("A")), Case("r-3", item with { Place = "place-2" }, Known("A")),
            Case("r-4", item with { Place = "place-2", Device = "device-1" }, Known("A"))).Open.ToDictionary(entry => entry.Report.Id);

        Assert.Equal(["new place on 1 known or repeated item", "nothing new on 1 known or repeated item", "new place on 1 known or repeated item", "new device on 1 known or repeated item"],
            entries.OrderBy(entry => entry.Key).Select(entry => entry.Value.Factors[(int)FactorKind.NewInformation].Reason));
        Assert.Equal(500, entries["r-3"].Priority - entries["r-2"].Priority);
    }

    [Fact]
    public void Items_without_hashes_are_told_apart_by_what_they_match()
    {
        ReportItem item = new() { Path = "a", Place = "place-1" };
        var entries = Queue(SeededCases.Start, Case("r-1", item, Known("A") with { Content = "entry-1" }),
            Case("r-2", item, Known("A") with { Content = "entry-1" }), Case("r-3", item, Known("A") with { Content = "entry-2" })).Open;

        Assert.Equal([("r-1", 500), ("r-2", 0), ("r-3", 500)],
            entries.OrderBy(entry => entry.Report.Id).Select(entry => (entry.Report.Id, entry.Factors[(int)FactorKind.NewInformation].Points)));
    }

    [Fact]
    public void An_unlabelled_report_comes_up_with_age_but_not_above_the_floor()
    {
        TriageCase[] cases = [Case("plain", new ReportItem(), new ItemVerdict(Verdict.Suppressed, []), arrival: 0), Case("fresh", new ReportItem(), Known("severity-3"), arrival: 13)];

        Assert.Equal(["fresh", "plain"], Queue(SeededCases.Start.AddDays(13), cases).Open.Select(entry => entry.Report.Id));
        Assert.Equal(["plain", "fresh"], Queue(SeededCases.Start.AddDays(14), cases).Open.Select(entry => entry.Report.Id));
        Assert.Equal("age-floor +200: waiting for 14 days", Queue(SeededCases.Start.AddDays(14), cases).Open[0].Factors[(int)FactorKind.AgeFloor].ToString());
    }

    [Theory]
    [InlineData("J-1", 365, 365, false)]
    [InlineData("J-2", 90, 90, false)]
    [InlineData(null, 90, 90, false)]
    [InlineData(null, 90.5, 89, false)]
    [InlineData(null, 180, 0, false)]
    [InlineData(null, 180.1, -1, true)]
    public void The_preservation_clock_follows_the_jurisdiction(string? jurisdiction, double daysAfter, int daysLeft, bool isOverdue)
    {
        var rules = TriageRules.Parse("""{"schema":"hashmatch/triage-rules@1","version":"v","preservation":{"jurisdictions":{"J-1":730}}}"""u8);
        rules = TriageRules.Parse(Encoding.UTF8.GetBytes(rules.ToJson().Replace("\"defaultDays\": 90", "\"defaultDays\": 180", StringComparison.Ordinal)));
        var report = SeededCases.Report("r-1") with { Jurisdiction = jurisdiction };

        var clock = PreservationClock.Of(report, rules.Preservation, SeededCases.Start.AddDays(daysAfter));

        Assert.Equal((daysLeft, isOverdue), (clock.DaysLeft, clock.IsOverdue));
        Assert.Equal(SeededCases.Start.AddDays(jurisdiction == "J-1" ? 730 : 180), clock.Deadline);
    }

    [Fact]
    public void A_clock_beyond_the_calendar_stands_at_its_end()
    {
        var report = SeededCases.Report("r-1") with { IncidentTime = DateTimeOffset.MaxValue };

        Assert.Equal(DateTimeOffset.MaxValue, PreservationClock.Of(report, TriageRules.Default.Preservation, SeededCases.Start).Deadline);
    }

    [Theory]
    [InlineData("actioned", 0)]
    [InlineData("closed", 0)]
    [InlineData("not-actionable", 0)]
    [InlineData("returned", 1)]
    [InlineData("opened", 1)]
    [InlineData("some-word", 1)]
    [InlineData("actioned,reopened", 1)]
    [InlineData("reopened,some-word,closed,opened", 0)]
    public void Only_a_known_closing_outcome_takes_a_report_out(string outcomes, int open)
    {
        var followUps = outcomes.Split(',').Select((outcome, hour) => new FollowUp
        {
            Report = "r-1",
            Time = SeededCases.Start.AddHours(hour),
            Outcome = FollowUp.FindOutcome(outcome),
            OutcomeText = outcome,
        }).Reverse().ToArray();
        var queue = Queue(SeededCases.Start.AddYears(50), new TriageCase(SeededCases.Report("r-1"), [], followUps));

        Assert.Equal((open, 1 - open), (queue.Open.Count, queue.Closed.Count));
    }

    [Fact]
    public void Closed_reports_are_still_known_and_linked()
    {
        ReportItem item = new() { Digests = [SeededCases.Digest("1")], Place = "place-1" };
        var closed = Case("r-1", item, ItemVerdict.FirstGeneration);
        closed = new TriageCase(closed.Report, closed.Verdicts, [FollowUp.Of("r-1", null, SeededCases.Start, FollowUpOutcome.Closed)]);
        var entry = Assert.Single(Queue(SeededCases.Start, closed, Case("r-2", item, s_repeat)).Open);

        Assert.Equal((0, 1), (entry.Factors[(int)FactorKind.NewInformation].Points, entry.Factors[(int)FactorKind.LinkedReports].Amount));
    }

    [Fact]
    public void Completeness_names_what_is_missing_and_asks_for_it()
    {
        var report = SeededCases.Report("r-1") with { Jurisdiction = "J-1", ReceivedTime = SeededCases.Start };
        var completeness = Completeness.Of(report, TriageRules.Default.Referral);

        Assert.Equal(CompletenessLevel.Informational, completeness.Level);
        Assert.Equal(["items", "accounts or items.place or items.device"], completeness.MissingRequired.Select(ReportPart.NamesOf));
        Assert.Equal("Please say which accounts are involved, or where the files were made, or which device the files were made with.", completeness.Questions[1]);
        Assert.Equal(CompletenessLevel.Referral, Completeness.Of(report with { Items = [new ReportItem { Place = "place-1" }] }, TriageRules.Default.Referral).Level);
    }

    [Fact]
    public void A_decision_gives_its_labels_and_content()
    {
        Match Entry(ListRole role, string entry, string label) => new("list-1", null, role, entry, "pdq", MatchBasis.Near, 3, 31, default, [label]);
        var known = ItemVerdict.Of(new Decision
        {
            Verdict = Verdict.Known,
            Basis = MatchBasis.Near,
            Matches =
            [
                Entry(ListRole.Ignore, "1", "C"), Entry(ListRole.Known, "0", "severity-1") with { IsHeld = true },
                Entry(ListRole.Known, "2", "B"), Entry(ListRole.Known, "3", "A"), Entry(ListRole.Known, "4", "B"),
            ],
        });

        // Those of entries that decided: what is in quarantine says nothing, nor does an ignore list.
        Assert.Equal(["A", "B"], known.Labels);
        Assert.Equal("list-1\n2", known.Content);
        Assert.Equal("first", ItemVerdict.Of(new Decision { Verdict = Verdict.Repeat, FirstGeneration = new FirstSighting("first", 0) }).Content);
        // What comes near a list is not on it.
        Assert.Empty(ItemVerdict.Of(new Decision { Verdict = Verdict.Uncertain, Matches = [Entry(ListRole.Known, "2", "A")] }).Labels);
    }

    [Fact]
    public void A_report_of_ten_thousand_items_and_a_thousand_accounts_stays_small()
    {
        var items = Enumerable.Range(0, 10_000).Select(number => new ReportItem { Digests = [SeededCases.Digest($"{number}")] }).ToArray();
        var report = SeededCases.Report("r-1", items) with { Accounts = [.. Enumerable.Range(0, 1_000).Select(number => $"a-{number}")] };
        TriageCase @case = new(report, [.. items.Select(_ => s_repeat)]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Queue(SeededCases.Start, @case);

        // Every pair of them would be ten million.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 << 20);
    }

    [Fact]
    public void Of_equal_priorities_the_earlier_deadline_comes_first_then_the_earlier_arrival()
    {
        var rules = TriageRules.Parse("""{"schema":"hashmatch/triage-rules@1","version":"v","preservation":{"jurisdictions":{"J-1":40}}}"""u8);
        TriageCase[] cases = [Plain("r-1", null, 0), Plain("r-2", null, 1), Plain("r-3", "J-1", 2), Plain("r-0", null, 1)];

        Assert.Equal(["r-3", "r-1", "r-0", "r-2"], TriageQueue.Build(cases, rules, SeededCases.Start.AddDays(2)).Open.Select(entry => entry.Report.Id));

        static TriageCase Plain(string id, string? jurisdiction, int arrival) =>
            new(SeededCases.Report(id) with { Jurisdiction = jurisdiction, ReceivedTime = SeededCases.Start.AddDays(arrival) }, []);
    }

    [Fact]
    public void An_empty_queue_is_empty() => Assert.Empty(Queue(SeededCases.Start).Open);

    [Fact]
    public void Verdicts_and_links_of_other_reports_are_refused()
    {
        var one = Case("r-1", new ReportItem(), s_repeat);
        var queue = Queue(SeededCases.Start, one);

        Assert.Throws<ArgumentException>(() => new TriageCase(one.Report, []));
        Assert.Throws<ArgumentException>(() => TriageQueue.Order([], queue.Links, TriageRules.Default, SeededCases.Start));
        Assert.Throws<ArgumentException>(() => TriageQueue.Order([one, one], queue.Links, TriageRules.Default, SeededCases.Start));
        Assert.Throws<ArgumentException>(() => TriageQueue.Order([Case("r-2", new ReportItem(), s_repeat)], queue.Links, TriageRules.Default, SeededCases.Start));
    }

    static ItemVerdict Known(params IReadOnlyList<string> labels) => new(Verdict.Known, labels, "entry-1");

    static TriageCase Case(string id, ReportItem item, ItemVerdict verdict, int arrival = 0) =>
        new(SeededCases.Report(id, item) with { ReceivedTime = SeededCases.Start.AddDays(arrival) }, [verdict]);

    static TriageQueue Queue(DateTimeOffset now, params TriageCase[] cases) => TriageQueue.Build(cases, TriageRules.Default, now);
}
