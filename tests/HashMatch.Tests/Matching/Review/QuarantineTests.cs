using FsCheck;
using FsCheck.Xunit;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Matching.Review;

namespace HashMatch.Tests.Matching.Review;

public class QuarantineTests
{
    static readonly Hash256 s_hash = new(0x0123456789ABCDEF, 0xFEDCBA9876543210, 0x5555AAAA3333CCCC, 0x0F0F0F0FF0F0F0F0);

    [Fact]
    public void An_entry_in_quarantine_makes_what_it_matches_uncertain_and_opens_no_group()
    {
        Deduplicator deduplicator = new([ListOf("demo", ListRole.Known, "1")], history: new Held("1"));

        var decision = deduplicator.Submit(Item("a"));

        Assert.Equal((Verdict.Uncertain, UncertainReason.Quarantined), (decision.Verdict, decision.Reason));
        Assert.True(Assert.Single(decision.Matches).IsHeld);
        Assert.Equal("1", decision.DecidingMatch!.Entry);
        Assert.False(decision.OpensGroup);
    }

    [Theory]
    [InlineData("1", "2", Verdict.Known)]
    [InlineData("2", "3", Verdict.Known)]
    [InlineData("1,2", "1", Verdict.Uncertain)]
    [InlineData("3", "1", Verdict.Known)]
    public void Any_entry_that_is_not_in_quarantine_decides_and_is_shown(string held, string shown, Verdict expected)
    {
        Deduplicator deduplicator = new([ListOf("known", ListRole.Known, "1", "2"), ListOf("stock", ListRole.Ignore, "3")], history: new Held(held.Split(',')));

        var decision = deduplicator.Submit(Item("a"));

        Assert.Equal(expected, decision.Verdict);
        Assert.Equal(shown == "3" ? "1" : shown, decision.DecidingMatch!.Entry);
        Assert.Equal(3, decision.Matches.Count);
    }

    [Fact]
    public void An_ignored_entry_in_quarantine_does_not_suppress()
    {
        Deduplicator deduplicator = new([ListOf("stock", ListRole.Ignore, "3")], history: new Held("3"));

        Assert.Equal(UncertainReason.Quarantined, deduplicator.Submit(Item("a")).Reason);
    }

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(99, 1000)]
    [InlineData(101, 1010)]
    [InlineData(long.MaxValue / 2, long.MaxValue)]
    public void The_limit_is_the_floor_or_a_multiple_of_the_most_before(long most, long limit) =>
        Assert.Equal(limit, QuarantineRule.Default.LimitAfter(most));

    [Theory]
    [InlineData(0, 4, false)]
    [InlineData(0, 5, true)]
    [InlineData(5, 5, false)]
    [InlineData(5, 6, true)]
    public void An_entry_is_distrusted_when_enough_of_it_is_wrong_and_more_than_is_right(long right, long wrong, bool expected) =>
        Assert.Equal(expected, QuarantineRule.Default.IsDistrusted(right, wrong));

    [Property]
    public void The_limit_never_falls_with_history(PositiveInt floor, PositiveInt factor, NonNegativeInt most)
    {
        QuarantineRule rule = new() { Floor = floor.Get, Factor = factor.Get };
        Assert.True(rule.LimitAfter(most.Get) <= rule.LimitAfter(most.Get + 1L));
        Assert.True(rule.LimitAfter(most.Get) >= floor.Get);
        Assert.Equal(long.MaxValue, (rule with { Floor = 0 }).LimitAfter(most.Get));
    }

    [Fact]
    public void Bounds_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuarantineRule { Floor = -1 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuarantineRule { Factor = 0 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuarantineRule { LeastWrong = -1 }.Validate());
    }

    static Sighting Item(string path) => new(path, new PdqResult(s_hash, 100), 7, []);

    static KnownList ListOf(string name, ListRole role, params string[] ids)
    {
        KnownList list = new(name, role);
        Array.ForEach(ids, id => list.Add(new KnownEntry(id, s_hash, [], ["A"])));
        return list;
    }

    sealed class Held(params string[] ids) : IEntryHistory
    {
        public bool IsHeld(Sighting sighting, Match match, KnownEntry entry) => ids.Contains(match.Entry);
    }
}
