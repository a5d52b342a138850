using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Matching.Review;
using HashMatch.Tests.Indexes;

namespace HashMatch.Tests.Matching.Review;

public class VetoTests
{
    static readonly ContentPrinter s_printer = new([1, 2, 3]);

    static readonly Hash256 s_hash = new(0x0123456789ABCDEF, 0xFEDCBA9876543210, 0x5555AAAA3333CCCC, 0x0F0F0F0FF0F0F0F0);

    [Fact]
    public void A_vetoed_entry_decides_nothing_and_the_next_best_does()
    {
        var item = Item("a", s_hash);
        var list = ListOf("demo", new("near", At(s_hash, 2), [], ["A"]), new("far", At(s_hash, 20), [], ["B"]));

        var decision = new Deduplicator([list], vetoes: Vetoes(item, list.Entries[0])).Submit(item);

        Assert.Equal((Verdict.Known, "far"), (decision.Verdict, Assert.Single(decision.Matches).Entry));
        Assert.Equal(("near", 2), (Assert.Single(decision.VetoedMatches).Entry, decision.VetoedMatches[0].Distance));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(35)]
    public void Neither_within_the_radius_nor_in_the_review_band_does_a_vetoed_pair_count(int distance)
    {
        var (first, second) = (Item("a", s_hash), Item("b", At(s_hash, distance)));
        Deduplicator deduplicator = new([], vetoes: Vetoes(first, second));
        deduplicator.Submit(first);

        var decision = deduplicator.Submit(second);

        Assert.Equal(Verdict.FirstGeneration, decision.Verdict);
        Assert.Equal(new FirstSighting("a", distance), Assert.Single(decision.VetoedFirsts));
    }

    [Fact]
    public void The_next_first_item_is_named_and_one_that_lies_nearer_than_the_vetoed_heeds_none()
    {
        var (far, near, item) = (Item("far", At(s_hash, 45)), Item("near", s_hash), Item("x", At(s_hash, 20)));
        Deduplicator deduplicator = new([], vetoes: Vetoes(item, near));
        deduplicator.Submit(near);
        deduplicator.Submit(far);

        var next = deduplicator.Submit(item);
        var other = deduplicator.Submit(Item("y", At(s_hash, 19)));

        Assert.Equal((Verdict.Repeat, "far"), (next.Verdict, next.FirstGeneration!.Path));
        Assert.Equal("near", Assert.Single(next.VetoedFirsts).Path);
        Assert.Equal("near", other.FirstGeneration!.Path);
        Assert.Empty(other.VetoedFirsts);
    }

    [Fact]
    public void It_holds_for_the_same_bytes_elsewhere_for_equal_hashes_and_for_turned_copies_but_for_no_near_one()
    {
        var (first, second) = (Item("a", s_hash), Item("b", At(s_hash, 6)));
        var vetoes = Vetoes(first, second);
        Verdict Of(Sighting later)
        {
            Deduplicator deduplicator = new([], vetoes: vetoes);
            deduplicator.Submit(first);
            return deduplicator.Submit(later).Verdict;
        }

        Assert.Equal(Verdict.FirstGeneration, Of(second with { Path = "moved" }));
        Assert.Equal(Verdict.FirstGeneration, Of(Item("saved again", At(s_hash, 6))));
        Assert.Equal(Verdict.FirstGeneration, Of(Turned("turned", At(s_hash, 120), At(s_hash, 6))));
        Assert.Equal(Verdict.Repeat, Of(Item("off by one", At(s_hash, 7))));
    }

    [Fact]
    public void A_hash_that_both_sides_have_is_no_ones()
    {
        var (first, second) = (Item("a", s_hash), Item("b", s_hash));
        Deduplicator deduplicator = new([], vetoes: Vetoes(first, second));

        Verdict[] verdicts = [.. new[] { first, second, Item("c", s_hash) }.Select(item => deduplicator.Submit(item).Verdict)];

        Assert.Equal([Verdict.FirstGeneration, Verdict.FirstGeneration, Verdict.Repeat], verdicts);
    }

    [Fact]
    public void An_entry_of_equal_hash_is_vetoed_for_that_item_alone_and_in_every_list()
    {
        var item = Item("a", s_hash);
        KnownList[] lists = [ListOf("demo", new KnownEntry("1", s_hash, [], [])), ListOf("other", new KnownEntry("9", s_hash, [], []))];
        Deduplicator deduplicator = new(lists, vetoes: Vetoes(item, lists[0].Entries[0]));

        var decision = deduplicator.Submit(item);

        Assert.Equal(Verdict.FirstGeneration, decision.Verdict);
        Assert.Equal(["demo", "other"], decision.VetoedMatches.Select(match => match.List));
        Assert.Equal(Verdict.Known, deduplicator.Submit(Item("b", s_hash)).Verdict);
    }

    [Fact]
    public void Equal_bytes_stay_the_same_and_a_veto_between_them_is_refused()
    {
        var digest = ContentDigest.Compute(DigestKind.XxHash128, "x"u8);
        var item = Item("a", s_hash) with { Digests = [digest] };
        var list = ListOf("demo", new KnownEntry("1", At(s_hash, 3), [], []), new KnownEntry("2", null, [digest], []));

        var decision = new Deduplicator([list], vetoes: Vetoes(item, list.Entries[0])).Submit(item);

        Assert.Equal((Verdict.Known, MatchBasis.Exact), (decision.Verdict, decision.Basis));
        Assert.Contains("equal bytes", Assert.Throws<ArgumentException>(() => Vetoes(item, list.Entries[1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Veto(SideOf(item), SideOf(item)));
        Assert.Throws<ArgumentException>(() => new Veto(s_printer.SideOf(list.Entries[0]), s_printer.SideOf(list.Entries[1])));
    }

    [Fact]
    public void A_hash_too_poor_to_match_recognises_nothing()
    {
        var (flat, item) = (new Sighting("flat", new PdqResult(s_hash, 10), 1, []), Item("a", At(s_hash, 4)));
        Deduplicator deduplicator = new([], vetoes: Vetoes(flat, item));
        deduplicator.Submit(Item("b", s_hash));

        Assert.Equal(Verdict.Repeat, deduplicator.Submit(item).Verdict);
    }

    [Fact]
    public void Prints_tell_nothing_without_their_key()
    {
        Assert.Equal(s_printer.Of(s_hash), new ContentPrinter([1, 2, 3]).Of(s_hash));
        Assert.NotEqual(s_printer.Of(s_hash), new ContentPrinter([1, 2]).Of(s_hash));
        Assert.NotEqual(s_printer.Of(s_hash).Value, s_printer.Of(ContentDigest.Compute(DigestKind.Sha256, "x"u8)).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContentPrinter(new byte[65]));
    }

    static VetoSet Vetoes(Sighting item, Sighting other) => new(s_printer, [new Veto(SideOf(item), SideOf(other))]);

    static VetoSet Vetoes(Sighting item, KnownEntry entry) => new(s_printer, [new Veto(SideOf(item), s_printer.SideOf(entry))]);

    static VetoSide SideOf(Sighting item) => s_printer.SideOf(item.Forms, item.Digests, MatchOptions.Default);

    static Sighting Item(string path, Hash256 hash) => new(path, new PdqResult(hash, 100), 7,
        [ContentDigest.Compute(DigestKind.XxHash128, System.Text.Encoding.UTF8.GetBytes(path))]);

    static Sighting Turned(string path, Hash256 hash, Hash256 turned) =>
        new(path, new HashForms(new PdqResult(hash, 100), new DihedralHashes([hash, turned, hash, hash, hash, hash, hash, hash])), 7, []);

    static KnownList ListOf(string name, params KnownEntry[] entries)
    {
        KnownList list = new(name, ListRole.Known, "1");
        Array.ForEach(entries, list.Add);
        return list;
    }

    /// <summary>A hash so many bits away, with as many ones.</summary>
    static Hash256 At(Hash256 hash, int distance) => Enumerable.Range(0, distance).Aggregate(hash, HashArbitraries.Flip);
}
