using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Matching.Clustering;
using HashMatch.Tests.Indexes;
using HashMatch.Triage.Links;
using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Tests.Triage;

public class ReportLinksTests
{
    /// <summary>Half of its bits are ones.</summary>
    static readonly Hash256 s_hash = new(0xF0F0F0F0F0F0F0F0, 0xF0F0F0F0F0F0F0F0, 0xF0F0F0F0F0F0F0F0, 0xF0F0F0F0F0F0F0F0);

    static readonly Hash256 s_opposite = new(~s_hash.W0, ~s_hash.W1, ~s_hash.W2, ~s_hash.W3);

    static readonly LinkRules s_rules = TriageRules.Default.Links;

    [Fact]
    public void Each_thing_in_common_links_and_says_how_strongly()
    {
        var digest = SeededCases.Digest("1");
        var links = Find(
            SeededCases.Report("r-1", new ReportItem { Device = "device-1" }, new ReportItem { Digests = [digest] }) with { Accounts = ["a-1"] },
            SeededCases.Report("r-2", new ReportItem { Digests = [digest] }),
            SeededCases.Report("r-3") with { Accounts = ["a-0", "a-1"] },
            SeededCases.Report("r-4", new ReportItem { Device = "device-1" }));

        Assert.Equal([(0, 1, LinkReason.SameBytes, 100, 1, 0, null), (0, 2, LinkReason.Account, 80, -1, -1, "a-1"), (0, 3, LinkReason.Device, 70, 0, 0, "device-1")],
            links.Links.Select(link => (link.First, link.Second, link.Reason, link.Strength, link.FirstItem, link.SecondItem, link.Subject)));
        // The second has a picture of the first, and nothing of those that its account and device join.
        Assert.Equal([0, 2, 3], Assert.Single(links.Groups).Members);
    }

    [Theory]
    [InlineData(0, 90)]
    [InlineData(10, 81)]
    [InlineData(31, 60)]
    [InlineData(32, null)]
    public void Near_hashes_link_the_more_strongly_the_nearer(int distance, int? strength)
    {
        var links = Find(SeededCases.Report("r-1", new ReportItem { Pdq = s_hash }), SeededCases.Report("r-2", new ReportItem { Pdq = Flipped(s_hash, distance) }));

        Assert.Equal(strength is null ? [] : [(LinkReason.NearHash, strength.Value, distance)], links.Links.Select(link => (link.Reason, link.Strength, link.Distance)));
    }

    [Fact]
    public void Hashes_that_say_little_link_nothing()
    {
        var links = Find(
            SeededCases.Report("r-1", new ReportItem { Pdq = s_hash, Quality = 49 }), SeededCases.Report("r-2", new ReportItem { Pdq = s_hash }),
            SeededCases.Report("r-3", new ReportItem { Pdq = default(Hash256) }), SeededCases.Report("r-4", new ReportItem { Pdq = default(Hash256) }));

        Assert.Empty(links.Links);
        Assert.Empty(links.Groups);
    }

    [Fact]
    public void A_bridge_links_two_strangers_but_makes_them_no_group()
    {
        // The middle picture is near both ends, which are far from each other.
        var links = Find(
            SeededCases.Report("r-1", new ReportItem { Pdq = s_hash }) with { Source = "system-1" },
            SeededCases.Report("r-2", new ReportItem { Pdq = Flipped(s_hash, 50) }) with { Source = "system-2" },
            SeededCases.Report("r-3", new ReportItem { Pdq = Flipped(s_hash, 24) }) with { Source = "system-3" });

        Assert.Equal([(0, 2, 24), (1, 2, 26)], links.Links.Select(link => (link.First, link.Second, link.Distance)));
        Assert.Equal([0, 2], Assert.Single(links.Groups).Members);
        Assert.Null(links.GroupOf(1));
    }

    [Fact]
    public void Groups_tell_what_borders_they_cross()
    {
        var links = Find(
            SeededCases.Report("r-1") with { Source = "system-1", Jurisdiction = "J-1", Accounts = ["a"] },
            SeededCases.Report("r-2") with { Source = "system-2", Jurisdiction = "J-1", Accounts = ["a"] },
            SeededCases.Report("r-3") with { Accounts = ["a"] },
            SeededCases.Report("r-4") with { Source = "system-1", Jurisdiction = "J-1", Accounts = ["b"] },
            SeededCases.Report("r-5") with { Source = "system-1", Jurisdiction = "J-2", Accounts = ["b"] });

        Assert.Equal([(true, false, 3), (false, true, 2)], links.Groups.Select(group => (group.CrossesSystems, group.CrossesJurisdictions, group.Members.Count)));
    }

    [Fact]
    public void Digests_that_an_attacker_mixes_do_not_join_two_files()
    {
        var (one, two) = (SeededCases.Digest("1"), ContentDigest.Compute(DigestKind.Md5, "2"u8));
        var links = Find(SeededCases.Report("r-1", new ReportItem { Digests = [one] }), SeededCases.Report("r-2", new ReportItem { Digests = [two] }),
            SeededCases.Report("r-3", new ReportItem { Digests = [one, two] }), SeededCases.Report("r-4", new ReportItem { Digests = [two] }));

        Assert.Equal([(0, 2), (1, 3)], links.Links.Select(link => (link.First, link.Second)));
    }

    [Fact]
    public void What_all_the_world_sends_on_links_through_a_hub_and_groups_nobody()
    {
        var reports = Enumerable.Range(0, 1_500).Select(number =>
            SeededCases.Report($"r-{number:d4}", new ReportItem { Pdq = Flipped(s_hash, number % 30) }) with { Accounts = [$"a-{number / 2}"] }).ToArray();
        var links = Find(reports);

        Assert.Equal(1_499, links.Links.Count(link => link.Reason == LinkReason.NearHash));
        Assert.Equal(new CommonThing(LinkReason.NearHash, 0, 1_500, null), Assert.Single(links.Common));
        Assert.Equal((1_500L * 1_499 / 2) - 1_499, links.Common[0].UnlistedPairs);
        Assert.Equal(750, links.Groups.Count);
        Assert.All(links.Groups, group => Assert.Equal(2, group.Members.Count));
        Assert.Equal([1, 1_499], links.LinksOf(1).Take(1).Select(link => link.Count).Append(links.LinksOf(0).Count(link => link.Reason == LinkReason.NearHash)));
    }

    [Fact]
    public void A_crowd_of_copies_that_all_differ_costs_a_link_each()
    {
        Random random = new(1);
        var codes = Enumerable.Range(0, 4_000).Select(_ => Scattered(random, 11)).Distinct().Append(s_opposite).ToArray();
        var links = Find([.. codes.Select((code, number) => SeededCases.Report($"r-{number:d4}", new ReportItem { Pdq = code }))]);

        // Millions of pairs are near; every report but the middle's own has one link to it, the opposite has none.
        Assert.Equal(codes.Length - 2, links.Links.Count);
        var hub = Assert.Single(links.Common).Hub;
        Assert.All(links.Links, link => Assert.True((link.First == hub || link.Second == hub) && link.Distance <= s_rules.Radius));
        Assert.Empty(links.LinksOf(codes.Length - 1));
    }

    [Fact]
    public void Two_reports_of_one_name_are_refused()
    {
        var report = SeededCases.Report("r-1") with { Source = "system-1" };

        Assert.Throws<ArgumentException>(() => Find(report, report with { Escalated = true }));
        Assert.Equal(2, Find(report, report with { Source = null }).Reports.Count);
    }

    [Property(MaxTest = 30)]
    public void Links_depend_on_the_reports_alone(int seed)
    {
        var reports = SeededCases.Make(seed, 60).Select(@case => @case.Report).ToArray();
        var first = Find(reports);
        new Random(seed).Shuffle(reports);
        var second = ReportLinks.Find(reports, s_rules, threads: 3);

        Assert.Equal(first.Reports, second.Reports);
        Assert.Equal(first.Links, second.Links);
        Assert.Equal(first.Groups.Select(group => string.Join(',', group.Members)), second.Groups.Select(group => string.Join(',', group.Members)));
    }

    [Property(MaxTest = 20)]
    public void No_near_pair_is_lost(int seed)
    {
        var reports = SeededCases.Make(seed, 40).Select(@case => @case.Report).ToArray();
        var links = Find(reports);
        // Whoever is near is joined by links, directly or through hubs.
        int[] component = [.. Enumerable.Range(0, reports.Length)];
        foreach (var link in links.Links.Where(link => link.Reason == LinkReason.NearHash))
        {
            var (kept, left) = (component[link.First], component[link.Second]);
            component = [.. component.Select(one => one == left ? kept : one)];
        }

        for (var left = 0; left < reports.Length; left++)
        {
            for (var right = left + 1; right < reports.Length; right++)
            {
                var isNear = links.Reports[left].Items.Any(one => links.Reports[right].Items.Any(other => IsNear(one, other)));
                Assert.True(!isNear || component[left] == component[right]);
            }
        }

        Assert.All(links.Links.Where(link => link.Reason == LinkReason.NearHash), link =>
        {
            var (one, other) = (links.Reports[link.First].Items[link.FirstItem], links.Reports[link.Second].Items[link.SecondItem]);
            Assert.True(IsNear(one, other));
            Assert.Equal(one.Pdq!.Value.DistanceTo(other.Pdq!.Value), link.Distance);
        });

        static bool IsNear(ReportItem left, ReportItem right) => left.Pdq is { } one && right.Pdq is { } other &&
            s_rules.MayLink(one, left.Quality) && s_rules.MayLink(other, right.Quality) && one.DistanceTo(other) <= s_rules.Radius;
    }

    [Property(MaxTest = 10)]
    public void Contents_are_stars_with_and_without_room_for_their_pairs(int seed)
    {
        // A crowd around one hash, a chain of three far from it, and others.
        Random random = new(seed);
        Hash256[] codes = [.. SeededCollection.Hashes(seed, 200).Concat(Enumerable.Range(0, 200).Select(_ => Scattered(random, 20)))
            .Concat([s_opposite, Flipped(s_opposite, 50), Flipped(s_opposite, 24)]).Distinct()];
        var roomy = NearContents.Find(codes, 31, threads: 1);
        var tight = NearContents.Find(codes, 31, threads: 2, pairBudget: 100);

        Assert.Equal(StarClusters.Find<Hash256>(codes, 31).Representatives, roomy.Representatives);
        Assert.NotEmpty(roomy.Bridges);
        foreach (var contents in (NearContents[])[roomy, tight])
        {
            for (var code = 0; code < codes.Length; code++)
            {
                var representative = contents.Representatives[code];
                Assert.Equal(representative, contents.Representatives[representative]);
                Assert.True(codes[code].DistanceTo(codes[representative]) <= 31);
            }

            Assert.All(contents.Bridges, pair =>
            {
                Assert.Equal(pair.Distance, codes[pair.First].DistanceTo(codes[pair.Second]));
                Assert.True(pair.First < pair.Second && contents.Representatives[pair.First] != contents.Representatives[pair.Second]);
            });
        }
    }

    [Fact]
    public void Whoever_stands_for_a_crowd_joins_nobody()
    {
        // Seventy hashes two bits apart, and before them one that only the first of them is near.
        var crowd = Enumerable.Range(0, 70).Select(bit => HashArbitraries.Flip(s_hash, bit)).ToArray();
        var outsider = Enumerable.Range(100, 31).Aggregate(crowd[0], HashArbitraries.Flip);
        var contents = NearContents.Find([outsider, .. crowd], 31, threads: 1, pairBudget: 10);

        Assert.All(contents.Representatives, representative => Assert.Equal(1, representative));
    }

    [Fact]
    public void Of_several_things_in_common_the_strongest_is_told()
    {
        var links = Find(
            SeededCases.Report("r-1", new ReportItem { Pdq = s_hash }, new ReportItem { Pdq = s_opposite }) with { Accounts = ["a-1", "a-2"] },
            SeededCases.Report("r-2", new ReportItem { Pdq = Flipped(s_hash, 10) }, new ReportItem { Pdq = Flipped(s_opposite, 4) }) with { Accounts = ["a-2", "a-1"] });

        Assert.Equal([(LinkReason.NearHash, 2, 4, 1, null), (LinkReason.Account, 2, 0, -1, "a-1")],
            links.Links.Select(link => (link.Reason, link.Count, link.Distance, link.SecondItem, link.Subject)));
    }

    static Hash256 Scattered(Random random, int flipsBelow)
    {
        var words = new ulong[] { s_hash.W0, s_hash.W1, s_hash.W2, s_hash.W3 };
        for (var flips = random.Next(flipsBelow); flips > 0; flips--)
        {
            words[random.Next(4)] ^= 1UL << random.Next(64);
        }

        return new Hash256(words[0], words[1], words[2], words[3]);
    }

    /// <summary>As many bits turned, ones and zeros in turn, so that the hash stays balanced.</summary>
    static Hash256 Flipped(Hash256 hash, int bits)
    {
        var words = new ulong[] { hash.W0, hash.W1, hash.W2, hash.W3 };
        for (var i = 0; i < bits; i++)
        {
            // 5 is coprime to 64, and meets both halves of every byte.
            words[i / 64] ^= 1UL << (i * 5 % 64);
        }

        return new Hash256(words[0], words[1], words[2], words[3]);
    }

    static ReportLinks Find(params Report[] reports) => ReportLinks.Find(reports, s_rules);
}
