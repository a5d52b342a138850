using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Tests.Indexes;

namespace HashMatch.Tests.Matching;

/// <summary>Which form of an item matches, and which may.</summary>
public sealed class FormTests
{
    static readonly Hash256 s_hash = new(0x0123456789ABCDEF, 0xFEDCBA9876543210, 0x5555AAAA3333CCCC, 0x0F0F0F0FF0F0F0F0);
    static readonly Hash256 s_other = new(0xAAAAAAAAAAAAAAAA, 0x3333333333333333, 0x0F0F0F0F0F0F0F0F, 0x00FF00FF00FF00FF);
    static readonly Hash256 s_third = new(0xCCCCCCCC33333333, 0x0000FFFF0000FFFF, 0xAAAA5555AAAA5555, 0x00000000FFFFFFFF);

    [Fact]
    public void The_last_group_has_a_number_for_each_of_its_forms()
    {
        GroupIndex groups = new(MatchOptions.Default);
        HashForms forms = new(new PdqResult(s_hash, 90), null, new TrimmedHash(BorderKind.Border, new PdqResult(s_other, 90), null),
            new TrimmedHash(BorderKind.Content, new PdqResult(s_third, 90), null));

        groups.Add(forms, GroupIndex.MostGroups);

        foreach (var hash in (Hash256[])[s_hash, s_other, s_third])
        {
            Assert.Equal(GroupIndex.MostGroups, groups.FindNearest(new HashForms(new PdqResult(hash, 90)))?.Group);
        }
    }

    [Fact]
    public void The_nearest_form_wins_and_of_equally_near_ones_the_least_done_to_the_item()
    {
        var deduplicator = Seen(s_hash);

        var turned = deduplicator.Submit(Item("b", s_other, Turned(s_other, DihedralTransform.FlipVertical, At(s_hash, 5))));
        var tied = deduplicator.Submit(Item("c", At(s_hash, 3), Turned(At(s_hash, 3), DihedralTransform.Rot90, At(s_hash, 3))));
        var trimmed = deduplicator.Submit(Item("d", At(s_hash, 9), null, new TrimmedHash(BorderKind.Border, Good(At(s_hash, 2)), null)));

        Assert.Equal(new FirstSighting("a", 5, new PictureTransform(BorderKind.None, DihedralTransform.FlipVertical)), turned.FirstGeneration);
        Assert.Equal(new FirstSighting("a", 3), tied.FirstGeneration);
        Assert.Equal(new FirstSighting("a", 2, new PictureTransform(BorderKind.Border, DihedralTransform.Identity)), trimmed.FirstGeneration);
    }

    [Fact]
    public void A_first_item_is_remembered_without_its_border_too_but_not_turned()
    {
        Deduplicator deduplicator = new([]);
        deduplicator.Submit(Item("a", s_hash, Turned(s_hash, DihedralTransform.Rot180, s_third), new TrimmedHash(BorderKind.Letterbox, Good(s_other), null)));

        Assert.Equal(new FirstSighting("a", 1, default, BorderKind.Letterbox), deduplicator.Submit(Item("b", At(s_other, 1))).FirstGeneration);
        Assert.Equal(Verdict.FirstGeneration, deduplicator.Submit(Item("c", s_third)).Verdict);
    }

    [Fact]
    public void An_entry_is_listed_once_by_its_best_form()
    {
        KnownList list = new("demo", ListRole.Known);
        list.Add(new KnownEntry("7", s_hash, [], []));

        var decision = new Deduplicator([list]).Submit(Item("x", At(s_hash, 8), Turned(At(s_hash, 8), DihedralTransform.Transpose, At(s_hash, 4))));

        var match = Assert.Single(decision.Matches);
        Assert.Equal((4, DihedralTransform.Transpose), (match.Distance, match.Transform.Turned));
    }

    [Fact]
    public void Turned_forms_can_have_a_radius_of_their_own()
    {
        var options = MatchOptions.Default with { TurnedRadius = 10 };
        var deduplicator = Seen(s_hash, options);

        var near = deduplicator.Submit(Item("b", s_other, Turned(s_other, DihedralTransform.Rot90, At(s_hash, 10))));
        var band = deduplicator.Submit(Item("c", s_third, Turned(s_third, DihedralTransform.Rot90, At(s_hash, 11))));

        Assert.Equal(Verdict.Repeat, near.Verdict);
        Assert.Equal((Verdict.Uncertain, UncertainReason.ReviewBand), (band.Verdict, band.Reason));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deduplicator([], options with { TurnedRadius = -1 }));
    }

    [Theory]
    [InlineData(49, 0, UncertainReason.LowQuality)]
    [InlineData(50, 96, null)]
    [InlineData(50, 97, UncertainReason.Undecided)]
    public void A_hash_that_says_too_little_joins_no_group(int quality, int undecided, UncertainReason? reason)
    {
        var pdq = new PdqResult(s_hash, quality) { UndecidedBits = undecided };
        var deduplicator = Seen(s_hash);

        var decision = deduplicator.Submit(new Sighting("b", pdq, 1, []));

        Assert.Equal(reason, decision.Reason);
        Assert.Equal(reason is null ? Verdict.Repeat : Verdict.Uncertain, decision.Verdict);
    }

    [Fact]
    public void A_hash_of_few_ones_is_unbalanced()
    {
        var few = new Hash256(0, 0, ulong.MaxValue, 0x0000_7FFF_FFFF_FFFF);

        Assert.Equal(111, few.PopCount);
        Assert.Equal(UncertainReason.Unbalanced, Seen(few).Submit(Item("b", few)).Reason);
    }

    [Fact]
    public void What_is_too_poor_with_its_border_may_be_good_without()
    {
        var forms = new HashForms(new PdqResult(s_other, 10), null, new TrimmedHash(BorderKind.Border, Good(s_hash), null));
        var decision = Seen(s_hash).Submit(new Sighting("b", forms, 1, []));

        Assert.Equal((Verdict.Repeat, "border"), (decision.Verdict, decision.FirstGeneration!.Transform.Name));
        Assert.Equal(Verdict.FirstGeneration, Seen(s_third).Submit(new Sighting("b", forms, 1, [])).Verdict);
    }

    [Fact]
    public void Names_join_the_border_and_the_turn()
    {
        Assert.Equal("identity", default(PictureTransform).Name);
        Assert.Equal("rot90", new PictureTransform(BorderKind.None, DihedralTransform.Rot90).Name);
        Assert.Equal("letterbox", new PictureTransform(BorderKind.Letterbox, DihedralTransform.Identity).Name);
        Assert.Equal("pillarbox+flip-vertical", new PictureTransform(BorderKind.Pillarbox, DihedralTransform.FlipVertical).ToString());
    }

    static Deduplicator Seen(Hash256 hash, MatchOptions? options = null)
    {
        Deduplicator deduplicator = new([], options);
        deduplicator.Submit(Item("a", hash));
        return deduplicator;
    }

    static Sighting Item(string path, Hash256 hash, DihedralHashes? dihedral = null, TrimmedHash? trimmed = null) =>
        new(path, new HashForms(Good(hash), dihedral, trimmed), 1, []);

    static PdqResult Good(Hash256 hash) => new(hash, 100);

    /// <summary>Eight hashes, of which one is special.</summary>
    static DihedralHashes Turned(Hash256 identity, DihedralTransform turned, Hash256 special)
    {
        var hashes = new Hash256[8];
        Array.Fill(hashes, identity);
        hashes[(int)turned] = special;
        return new DihedralHashes(hashes);
    }

    static Hash256 At(Hash256 hash, int distance) => Enumerable.Range(0, distance).Aggregate(hash, HashArbitraries.Flip);
}
