using System.Text;
using FsCheck.Xunit;
using HashMatch.Matching;
using HashMatch.Triage;
using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Tests.Triage;

public class TriageQueueProperties
{
    const int Cases = 40;

    static readonly DateTimeOffset s_now = SeededCases.Start.AddDays(100);

    [Property(MaxTest = 50)]
    public void Factors_are_one_of_each_and_sum_to_the_priority(int seed)
    {
        foreach (var entry in All(Queue(SeededCases.Make(seed, Cases))))
        {
            Assert.Equal(Enum.GetValues<FactorKind>(), entry.Factors.Select(factor => factor.Kind));
            Assert.Equal(entry.Priority, entry.Factors.Sum(factor => factor.Points));
            Assert.All(entry.Factors, factor => Assert.True(factor.Points >= 0 && factor.Reason.Length > 0));
        }
    }

    [Property(MaxTest = 50)]
    public void The_order_is_total_and_no_order_of_the_input_changes_it(int seed)
    {
        var cases = SeededCases.Make(seed, Cases);
        var queue = Queue(cases);
        new Random(seed).Shuffle(cases);
        var shuffled = TriageQueue.Build(cases, TriageRules.Default, s_now, threads: 2);

        Assert.Equal(All(queue).Select(Told), All(shuffled).Select(Told));
        Assert.Equal(Cases, All(queue).Count());
        foreach (var (earlier, later) in queue.Open.Zip(queue.Open.Skip(1)))
        {
            Assert.True(TriageEntry.Compare(earlier, later) < 0 && TriageEntry.Compare(later, earlier) > 0);
        }
    }

    [Property(MaxTest = 50)]
    public void As_time_passes_only_the_clock_moves_a_report_and_only_up(int seed, ushort minutes)
    {
        var cases = SeededCases.Make(seed, Cases);
        var later = All(TriageQueue.Build(cases, TriageRules.Default, s_now.AddMinutes(minutes))).ToDictionary(entry => entry.Case);
        foreach (var entry in All(Queue(cases)))
        {
            var then = later[entry.Case];
            Assert.Equal(entry.Factors.Where(IsTimeless), then.Factors.Where(IsTimeless));
            Assert.True(then.Priority >= entry.Priority && then.Clock.Deadline == entry.Clock.Deadline && then.Clock.DaysLeft <= entry.Clock.DaysLeft);
        }

        static bool IsTimeless(Factor factor) => factor.Kind is not (FactorKind.Preservation or FactorKind.AgeFloor);
    }

    [Property(MaxTest = 50)]
    public void A_repeat_never_raises_severity(int seed, bool hasPlace)
    {
        var cases = SeededCases.Make(seed, Cases);
        var chosen = cases[new Random(seed).Next(Cases)];
        var item = chosen.Report.Items.Count > 0 ? chosen.Report.Items[0] : new ReportItem { Path = "a" };
        item = item with { Place = hasPlace ? "place-new" : item.Place };
        ItemVerdict repeat = new(Verdict.Repeat, []);
        // Once more in the same report, and in a report of its own.
        TriageCase grown = new(chosen.Report with { Items = [.. chosen.Report.Items, item] }, [.. chosen.Verdicts, repeat], chosen.FollowUps);
        TriageCase added = new(SeededCases.Report("r-new", item) with { ReceivedTime = s_now }, [repeat]);
        var after = All(Queue([.. cases.Select(@case => @case == chosen ? grown : @case), added])).ToDictionary(Name);
        foreach (var entry in All(Queue(cases)))
        {
            var severity = after[Name(entry)].Factors[(int)FactorKind.Severity];
            Assert.Equal(entry.Factors[(int)FactorKind.Severity], severity);
        }

        Assert.Equal(0, after[("r-new", null)].Factors[(int)FactorKind.Severity].Points);
    }

    [Property(MaxTest = 50)]
    public void A_mere_repeat_of_a_known_item_is_no_new_information(int seed)
    {
        var cases = SeededCases.Make(seed, Cases);
        var known = cases.Where(@case => @case.Report.Items.Count > 0).Select(@case => @case.Report).ToArray();
        var report = known[new Random(seed).Next(known.Length)];
        // The same items again, later, with nothing said that was not said.
        TriageCase again = new(report with { Id = "r-new", ReceivedTime = SeededCases.Start.AddYears(1) }, [.. report.Items.Select(_ => new ItemVerdict(Verdict.Known, ["A"]))]);
        var entry = All(Queue([.. cases, again])).Single(entry => entry.Report.Id == "r-new");

        Assert.Equal(0, entry.Factors[(int)FactorKind.NewInformation].Points);
    }

    [Property(MaxTest = 50)]
    public void A_field_more_never_lowers_completeness(int seed, int chosen)
    {
        var rules = TriageRules.Default.Referral;
        foreach (var report in SeededCases.Make(seed, Cases).Select(@case => @case.Report))
        {
            var (before, after) = (Completeness.Of(report, rules), Completeness.Of(WithMore(report, chosen), rules));
            Assert.True(after.Level >= before.Level);
            Assert.Subset(before.MissingRequired.ToHashSet(), after.MissingRequired.ToHashSet());
            Assert.Equal(before.Present, before.Present & after.Present);
            Assert.True(after.Questions.Count <= before.Questions.Count);
        }
    }

    [Property(MaxTest = 20)]
    public void What_is_asked_for_moves_no_report(int seed)
    {
        var cases = SeededCases.Make(seed, Cases);
        var demanding = TriageRules.Parse(Encoding.UTF8.GetBytes(
            """{"schema":"hashmatch/triage-rules@1","version":"default-2","referral":{"required":["source","submitter","items.viewedByReporter"]}}"""));

        Assert.Equal(Queue(cases).Open.Select(entry => (entry.Report, entry.Priority)), TriageQueue.Build(cases, demanding, s_now).Open.Select(entry => (entry.Report, entry.Priority)));
    }

    static Report WithMore(Report report, int chosen)
    {
        ReportItem item = new();
        return (chosen & 7) switch
        {
            0 => report with { Jurisdiction = report.Jurisdiction ?? "J-1" },
            1 => report with { Submitter = report.Submitter ?? "s-1" },
            2 => report with { ReceivedTime = report.ReceivedTime ?? s_now },
            3 => report with { Accounts = [.. report.Accounts, "a-1"] },
            4 => report with { Items = [.. report.Items, item] },
            5 => report with { Items = [.. report.Items, item with { Place = "place-1", Path = "a" }] },
            6 => report with { Items = [.. report.Items.Select(one => one with { ViewedByReporter = false, CaptureTime = s_now })] },
            _ => report with { Source = report.Source ?? "system-1" },
        };
    }

    static (string, string?) Name(TriageEntry entry) => (entry.Report.Id, entry.Report.Source);

    static string Told(TriageEntry entry) =>
        $"{entry.Report.Id} {entry.Report.Source} {entry.Priority} {entry.Clock} {entry.Group?.Representative} {entry.Status} {string.Join("; ", entry.Factors)}";

    static IEnumerable<TriageEntry> All(TriageQueue queue) => queue.Open.Concat(queue.Closed);

    static TriageQueue Queue(TriageCase[] cases) => TriageQueue.Build(cases, TriageRules.Default, s_now);
}
