using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Tests.Indexes;

namespace HashMatch.Tests.Matching;

public class DeduplicatorTests
{
    static readonly Hash256 s_hash = new(0x0123456789ABCDEF, 0xFEDCBA9876543210, 0x5555AAAA3333CCCC, 0x0F0F0F0FF0F0F0F0);

    [Fact]
    public void The_first_item_of_a_run_is_first_generation()
    {
        var decision = new Deduplicator([]).Submit(Item("a", s_hash));

        Assert.Equal(Verdict.FirstGeneration, decision.Verdict);
        Assert.Equal(Attention.High, decision.Attention);
        Assert.Null(decision.Basis);
        Assert.Null(decision.FirstGeneration);
        Assert.Empty(decision.Matches);
    }

    [Theory]
    [InlineData(0, Verdict.Repeat)]
    [InlineData(31, Verdict.Repeat)]
    [InlineData(32, Verdict.Uncertain)]
    [InlineData(40, Verdict.Uncertain)]
    [InlineData(41, Verdict.FirstGeneration)]
    public void Radius_and_review_band_are_inclusive_bounds(int distance, Verdict expected)
    {
        Deduplicator deduplicator = new([]);
        deduplicator.Submit(Item("a", s_hash));

        var decision = deduplicator.Submit(Item("b", At(s_hash, distance)));

        Assert.Equal(expected, decision.Verdict);
        Assert.Equal(expected == Verdict.FirstGeneration ? null : new FirstSighting("a", distance), decision.FirstGeneration);
        Assert.Equal(expected == Verdict.Uncertain ? UncertainReason.ReviewBand : null, decision.Reason);
    }

    [Fact]
    public void The_match_shown_is_the_one_that_decided()
    {
        Deduplicator deduplicator = new(
        [
            ListOf("a", ListRole.Ignore, Entry("nearest", At(s_hash, 1))),
            ListOf("b", ListRole.Known, Entry("near", At(s_hash, 9)), Entry("nearer", At(s_hash, 5))),
            ListOf("c", ListRole.Known, Entry("as near", At(s_hash, 5))),
        ]);

        var known = deduplicator.Submit(Item("x", s_hash));
        var suppressed = deduplicator.Submit(Item("y", Enumerable.Range(30, 30).Aggregate(s_hash, HashArbitraries.Flip)));

        Assert.Equal(("b", "nearer"), (known.DecidingMatch!.List, known.DecidingMatch.Entry));
        Assert.Equal("a", known.Matches[0].List);
        Assert.Equal((Verdict.Suppressed, "a"), (suppressed.Verdict, suppressed.DecidingMatch!.List));
        Assert.Null(new Deduplicator([]).Submit(Item("z", s_hash)).DecidingMatch);
    }

    [Theory]
    [InlineData(0, Verdict.Known)]
    [InlineData(31, Verdict.Known)]
    [InlineData(32, Verdict.Uncertain)]
    [InlineData(40, Verdict.Uncertain)]
    [InlineData(41, Verdict.FirstGeneration)]
    public void The_same_bounds_hold_for_lists(int distance, Verdict expected)
    {
        Deduplicator deduplicator = new([ListOf("demo", ListRole.Known, Entry("7", s_hash, "A"))]);

        var decision = deduplicator.Submit(Item("b", At(s_hash, distance)));

        Assert.Equal(expected, decision.Verdict);
        if (expected != Verdict.FirstGeneration)
        {
            var match = Assert.Single(decision.Matches);
            Assert.Equal(("demo", "7", "pdq", distance, 31), (match.List, match.Entry, match.Algorithm, match.Distance, match.Radius));
            Assert.Equal(["A"], match.Labels);
        }
    }

    [Fact]
    public void Equal_bytes_repeat_even_a_picture_too_flat_to_match()
    {
        Deduplicator deduplicator = new([]);
        var first = deduplicator.Submit(Item("a", default, quality: 0, content: "flat"));
        var same = deduplicator.Submit(Item("b", default, quality: 0, content: "flat"));
        var other = deduplicator.Submit(Item("c", default, quality: 0, content: "flat too"));

        Assert.Equal((Verdict.Uncertain, UncertainReason.LowQuality), (first.Verdict, first.Reason));
        Assert.Equal((Verdict.Repeat, MatchBasis.Exact), (same.Verdict, same.Basis));
        Assert.Equal(new FirstSighting("a", 0), same.FirstGeneration);
        Assert.Equal(Verdict.Uncertain, other.Verdict);
    }

    [Fact]
    public void A_repeat_never_carries_a_group_further()
    {
        Deduplicator deduplicator = new([]);
        deduplicator.Submit(Item("a", s_hash));
        var link = deduplicator.Submit(Item("b", At(s_hash, 30)));
        var beyond = deduplicator.Submit(Item("c", At(s_hash, 60)));

        Assert.Equal(Verdict.Repeat, link.Verdict);
        Assert.Equal(Verdict.FirstGeneration, beyond.Verdict);
    }

    [Fact]
    public void A_known_item_does_not_carry_its_list_further()
    {
        Deduplicator deduplicator = new([ListOf("demo", ListRole.Known, Entry("7", s_hash))]);
        var known = deduplicator.Submit(Item("a", At(s_hash, 30)));
        var beyond = deduplicator.Submit(Item("b", At(s_hash, 60)));

        Assert.Equal(Verdict.Known, known.Verdict);
        Assert.Equal(Verdict.FirstGeneration, beyond.Verdict);
    }

    [Fact]
    public void Of_several_first_items_the_nearest_is_named_and_of_equals_the_earliest()
    {
        Deduplicator deduplicator = new([]);
        deduplicator.Submit(Item("a", s_hash));
        deduplicator.Submit(Item("b", At(s_hash, 50)));

        var nearest = deduplicator.Submit(Item("c", At(s_hash, 30)));
        var tied = deduplicator.Submit(Item("d", At(s_hash, 25)));

        Assert.Equal(new FirstSighting("b", 20), nearest.FirstGeneration);
        Assert.Equal(new FirstSighting("a", 25), tied.FirstGeneration);
    }

    [Fact]
    public void Known_comes_before_suppressed_and_both_matches_are_shown()
    {
        Deduplicator deduplicator = new(
        [
            ListOf("z-ignored", ListRole.Ignore, Entry("1", s_hash)),
            ListOf("a-known", ListRole.Known, Entry("2", At(s_hash, 20))),
        ]);

        var decision = deduplicator.Submit(Item("a", s_hash));

        Assert.Equal(Verdict.Known, decision.Verdict);
        Assert.Equal(["a-known", "z-ignored"], decision.Matches.Select(match => match.List));
    }

    [Fact]
    public void A_match_with_ignore_lists_alone_is_suppressed()
    {
        var decision = new Deduplicator([ListOf("icons", ListRole.Ignore, Entry("1", s_hash))]).Submit(Item("a", s_hash));

        Assert.Equal((Verdict.Suppressed, MatchBasis.Near, Attention.Low), (decision.Verdict, decision.Basis, decision.Attention));
    }

    [Fact]
    public void Equal_bytes_with_a_list_are_exact_whatever_the_quality_and_one_entry_is_one_match()
    {
        var md5 = ContentDigest.Compute(DigestKind.Md5, "picture"u8);
        KnownEntry entry = new("9", s_hash, [md5], ["A"]);
        Deduplicator deduplicator = new([ListOf("demo", ListRole.Known, entry)]);
        var item = Item("a", s_hash) with { Digests = [md5] };

        var good = deduplicator.Submit(item);
        var flat = deduplicator.Submit(item with { Path = "b", Pdq = new PdqResult(default, 0) });

        Assert.Equal([DigestKind.Md5], deduplicator.DigestKinds);
        foreach (var decision in (ReadOnlySpan<Decision>)[good, flat])
        {
            Assert.Equal((Verdict.Known, MatchBasis.Exact), (decision.Verdict, decision.Basis));
            var match = Assert.Single(decision.Matches);
            Assert.Equal(("md5", 0, 0), (match.Algorithm, match.Distance, match.Radius));
        }
    }

    [Fact]
    public void A_list_is_judged_by_its_own_radius()
    {
        KnownList strict = new("strict", ListRole.Known, radius: 10);
        strict.Add(Entry("1", s_hash));
        Deduplicator deduplicator = new([strict]);

        Assert.Equal(Verdict.Known, deduplicator.Submit(Item("a", At(s_hash, 10))).Verdict);
        Assert.Equal(Verdict.Uncertain, deduplicator.Submit(Item("b", At(s_hash, 19))).Verdict);
        Assert.Equal(Verdict.FirstGeneration, deduplicator.Submit(Item("c", At(s_hash, 100))).Verdict);
    }

    [Fact]
    public void Matches_come_by_list_then_distance_then_entry_whatever_the_order_given()
    {
        KnownList[] lists =
        [
            ListOf("b", ListRole.Known, Entry("2", s_hash), Entry("1", s_hash)),
            ListOf("a", ListRole.Known, Entry("9", At(s_hash, 2)), Entry("8", At(s_hash, 1))),
        ];

        var forward = new Deduplicator(lists).Submit(Item("x", s_hash)).Matches;
        var backward = new Deduplicator(lists.Reverse()).Submit(Item("x", s_hash)).Matches;

        Assert.Equal(["8", "9", "1", "2"], forward.Select(match => match.Entry));
        Assert.Equal(forward.Select(match => match.Entry), backward.Select(match => match.Entry));
    }

    [Fact]
    public void Without_memory_nothing_is_a_repeat()
    {
        Deduplicator deduplicator = new([], MatchOptions.Default with { CompareWithinRun = false });
        deduplicator.Submit(Item("a", s_hash));

        Assert.Equal(Verdict.FirstGeneration, deduplicator.Submit(Item("b", s_hash)).Verdict);
    }

    [Fact]
    public void Bounds_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deduplicator([], new MatchOptions { Radius = 257 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deduplicator([], new MatchOptions { ReviewBand = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deduplicator([], new MatchOptions { MinQuality = 101 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KnownList("x", ListRole.Known, radius: 300));
        Assert.Throws<ArgumentException>(() => new KnownList("", ListRole.Known));
    }

    [Fact]
    public void An_entry_says_its_id_and_never_its_hash()
    {
        Assert.Equal("7", Entry("7", s_hash).ToString());
    }

    static Sighting Item(string path, Hash256 hash, int quality = 100, string? content = null) => new(
        path, new PdqResult(hash, quality), 7,
        [ContentDigest.Compute(DigestKind.XxHash128, System.Text.Encoding.UTF8.GetBytes(content ?? path))]);

    static KnownEntry Entry(string id, Hash256 hash, params string[] labels) => new(id, hash, [], labels);

    static KnownList ListOf(string name, ListRole role, params KnownEntry[] entries)
    {
        KnownList list = new(name, role);
        foreach (var entry in entries)
        {
            list.Add(entry);
        }

        return list;
    }

    /// <summary>The hash with its lowest bits changed.</summary>
    static Hash256 At(Hash256 hash, int distance) =>
        Enumerable.Range(0, distance).Aggregate(hash, HashArbitraries.Flip);
}
