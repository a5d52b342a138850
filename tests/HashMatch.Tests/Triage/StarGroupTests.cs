using FsCheck.Xunit;
using HashMatch.Triage.Links;
using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Tests.Triage;

public class StarGroupTests
{
    static readonly LinkRules s_rules = TriageRules.Default.Links;

    [Fact]
    public void Who_it_is_says_more_than_a_picture_that_goes_round()
    {
        // Two of one account, the first of whom sends on what strangers sent before: bytes are the stronger link.
        var links = Find(Report("r-1", "picture"), Report("r-2", "picture"), Report("r-3", "picture") with { Accounts = ["a"] }, Report("r-4") with { Accounts = ["a"] });

        Assert.Equal([[0, 1], [2, 3]], links.Groups.Select(group => group.Members));
        Assert.Equal(100, links.LinksOf(2)[0].Strength);
    }

    [Fact]
    public void Of_two_pictures_the_rarer_decides()
    {
        var links = Find(Report("r-1", "common"), Report("r-2", "common"), Report("r-3", "common", "rare"), Report("r-4", "rare"));

        Assert.Equal([[0, 1], [2, 3]], links.Groups.Select(group => group.Members));
    }

    [Fact]
    public void A_collector_of_pictures_makes_no_group_of_strangers()
    {
        var links = Find(Report("r-1", "one", "other"), Report("r-2", "one"), Report("r-3", "other"), Report("r-4", "other"));

        Assert.Equal([[0, 1], [2, 3]], links.Groups.Select(group => group.Members));
    }

    [Fact]
    public void Pictures_that_come_together_make_one_group()
    {
        var links = Find(Report("r-1", "one", "other"), Report("r-2", "one", "other"), Report("r-3", "other"), Report("r-4", "one"));

        Assert.Equal([0, 1, 2, 3], Assert.Single(links.Groups).Members);
    }

    [Property(MaxTest = 100)]
    public void Groups_are_the_stars_that_looking_at_every_report_finds(int seed)
    {
        var reports = SeededCases.Make(seed, 60).Select(@case => @case.Report)
            .Select(report => report with { Items = [.. report.Items.Select(item => item with { Pdq = null })] }).ToArray();
        var links = Find(reports);
        var expected = StarOracle.StandingFor([.. links.Reports.Select(KeysOf)]);

        Assert.Equal(expected, Enumerable.Range(0, reports.Length).Select(report => links.GroupOf(report)?.Representative ?? report));
    }

    static (bool TellsWho, int Strength, string Key)[] KeysOf(Report report) =>
    [
        .. report.Items.SelectMany(item => item.Digests).Select(digest => (false, s_rules.SameBytes, $"bytes {digest}")).Distinct(),
        .. report.Accounts.Distinct().Select(account => (true, s_rules.Account, $"account {account}")),
        .. report.Items.Select(item => item.Device).OfType<string>().Distinct().Select(device => (true, s_rules.Device, $"device {device}")),
    ];

    static Report Report(string id, params string[] pictures) =>
        SeededCases.Report(id, [.. pictures.Select(picture => new ReportItem { Digests = [SeededCases.Digest(picture)] })]);

    static ReportLinks Find(params Report[] reports) => ReportLinks.Find(reports, s_rules);
}
