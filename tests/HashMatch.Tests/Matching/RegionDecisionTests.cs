using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Tests.Hashers;
using HashMatch.Tests.Hashers.Regions;

namespace HashMatch.Tests.Matching;

/// <summary>Pictures that share parts with earlier ones become uncertain, after every other rule, and nothing else does.</summary>
public sealed class RegionDecisionTests
{
    static readonly MatchOptions s_options = MatchOptions.Default with { AgreeingRegions = 4 };
    static readonly PdqHasher s_pdq = new();
    static readonly RegionHasher s_regions = new();
    static readonly TestPicture s_picture = PaintedPicture.Of(1);

    static TestPicture Cut => PaintedPicture.Cut(s_picture, 140, 100, 340, 260);

    static TestPicture Framed => PaintedPicture.Frame(s_picture, 150, 90, 800, 600);

    [Fact]
    public void A_cut_and_a_framed_picture_are_uncertain_and_name_the_first()
    {
        Deduplicator deduplicator = new([], s_options);
        deduplicator.Submit(Item("a", s_picture));

        var cut = deduplicator.Submit(Item("b", Cut));
        var framed = deduplicator.Submit(Item("c", Framed));

        AssertShares("a", cut);
        Assert.Equal(-140f, cut.FirstGeneration!.Agreement!.Value.OffsetX, 8f);
        AssertShares("a", framed);
        Assert.Equal(150f, framed.FirstGeneration!.Agreement!.Value.OffsetX, 8f);
    }

    [Fact]
    public void A_part_that_comes_first_is_found_in_the_whole()
    {
        Deduplicator deduplicator = new([], s_options);
        deduplicator.Submit(Item("part", Cut));

        AssertShares("part", deduplicator.Submit(Item("whole", s_picture)));
    }

    [Fact]
    public void Strangers_stay_first_generation()
    {
        Deduplicator deduplicator = new([], s_options);
        for (var seed = 1; seed < 12; seed++)
        {
            Assert.Equal(Verdict.FirstGeneration, deduplicator.Submit(Item($"{seed}", PaintedPicture.Of(seed))).Verdict);
        }
    }

    [Fact]
    public void Regions_are_not_looked_at_unless_asked_for_nor_beyond_the_number_asked_for()
    {
        foreach (var options in (MatchOptions[])[MatchOptions.Default, s_options with { AgreeingRegions = 129 }, s_options with { CompareWithinRun = false }])
        {
            Deduplicator deduplicator = new([], options);
            deduplicator.Submit(Item("a", s_picture));
            Assert.Equal(Verdict.FirstGeneration, deduplicator.Submit(Item("b", Cut)).Verdict);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new Deduplicator([], s_options with { AgreeingRegions = 1 }));
    }

    [Fact]
    public void Every_other_rule_comes_before_regions()
    {
        var cut = Item("cut", Cut);
        var hash = cut.Pdq.Hash;
        KnownList near = new("near", ListRole.Known);
        near.Add(new KnownEntry("7", hash, [], []));
        KnownList beyond = new("beyond", ListRole.Known, radius: 0);
        beyond.Add(new KnownEntry("8", hash with { W0 = hash.W0 ^ 1 }, [], []));

        Assert.Equal(Verdict.Known, Second([near], cut).Verdict);
        Assert.Equal(UncertainReason.ReviewBand, Second([beyond], cut).Reason);
        Assert.Equal(UncertainReason.LowQuality, Second([], cut with { Pdq = cut.Pdq with { Quality = 10 } }).Reason);
        Assert.Equal(Verdict.Repeat, Second([], Item("same", s_picture)).Verdict);

        static Decision Second(KnownList[] lists, Sighting sighting)
        {
            Deduplicator deduplicator = new(lists, s_options);
            deduplicator.Submit(Item("a", s_picture));
            return deduplicator.Submit(sighting);
        }
    }

    [Fact]
    public void An_item_that_shares_parts_opens_a_group_and_one_that_may_not_be_matched_does_not()
    {
        Deduplicator deduplicator = new([], s_options);
        var poor = Item("poor", s_picture);
        deduplicator.Submit(poor with { Pdq = poor.Pdq with { Quality = 10 } });
        Assert.Equal(Verdict.FirstGeneration, deduplicator.Submit(Item("a", s_picture)).Verdict);
        AssertShares("a", deduplicator.Submit(Item("b", Cut)));

        var again = deduplicator.Submit(Item("c", Cut));
        Assert.Equal((Verdict.Repeat, "b"), (again.Verdict, again.FirstGeneration!.Path));
    }

    [Fact]
    public void Of_several_first_items_the_one_that_shares_most_is_named_then_the_earliest()
    {
        Deduplicator deduplicator = new([], s_options);
        deduplicator.Submit(Item("part", Cut));
        deduplicator.Submit(Item("whole", s_picture));
        AssertShares("whole", deduplicator.Submit(Item("framed", Framed)));

        Deduplicator equal = new([], s_options);
        var whole = Item("", s_picture);
        equal.Submit(whole with { Path = "first" });
        // Another hash, so that it is no repeat, with the same regions.
        equal.Submit(whole with { Path = "second", Pdq = new PdqResult(new Hash256(ulong.MaxValue, 0, ulong.MaxValue, 0), 100) });
        AssertShares("first", equal.Submit(Item("framed", Framed)));
    }

    static void AssertShares(string first, Decision decision)
    {
        Assert.Equal((Verdict.Uncertain, UncertainReason.RegionMatch, Attention.Medium), (decision.Verdict, decision.Reason, decision.Attention));
        Assert.Equal(first, decision.FirstGeneration!.Path);
        Assert.Null(decision.FirstGeneration.Distance);
        Assert.InRange(decision.FirstGeneration.Agreement!.Value.Regions, 4, 128);
        Assert.Empty(decision.Matches);
    }

    static Sighting Item(string path, TestPicture picture) =>
        new(path, s_pdq.Hash(picture.View), picture.Pixels.Length, []) { Regions = s_regions.Hash(picture.View) };
}
