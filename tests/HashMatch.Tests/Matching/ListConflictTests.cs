using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HashMatch.Matching;
using HashMatch.Matching.Conflicts;

namespace HashMatch.Tests.Matching;

public class ListConflictTests
{
    [Fact]
    public void Labels_of_the_role_that_decided_are_united_and_an_ignore_list_beside_it_is_a_conflict()
    {
        var decision = Known(
            MatchOf("icons", ListRole.Ignore, "logo"),
            MatchOf("b", ListRole.Known, "B", "A"),
            MatchOf("a", ListRole.Known, "A", "C"));

        Assert.Equal(["A", "B", "C"], decision.Labels);
        var conflict = Assert.Single(decision.Conflicts);
        Assert.Equal((ListConflictKind.Role, "role"), (conflict.Kind, conflict.Scale));
        Assert.Equal(["known: a, b", "ignore: icons"], Text(conflict));
    }

    [Fact]
    public void An_entry_in_quarantine_neither_labels_nor_contradicts()
    {
        var decision = Known(
            MatchOf("a", ListRole.Known, "s-1"),
            MatchOf("b", ListRole.Known, "s-2", "B") with { IsHeld = true },
            MatchOf("c", ListRole.Ignore, "logo") with { IsHeld = true });

        Assert.Equal(["s-1"], decision.Labels);
        Assert.Empty(decision.Conflicts);
    }

    [Theory]
    [InlineData("category-1", "category-2", "category", "1", "2")]
    [InlineData("category-10", "category--1", "category", "-1", "10")]
    [InlineData("A1", "B2", "classification", "A1", "B2")]
    public void Two_values_of_one_scale_are_a_conflict(string left, string right, string scale, string first, string second)
    {
        var conflict = Assert.Single(Known(MatchOf("a", ListRole.Known, left, "x"), MatchOf("b", ListRole.Known, right)).Conflicts);

        Assert.Equal((ListConflictKind.Label, scale), (conflict.Kind, conflict.Scale));
        Assert.Equal([first, second], conflict.Values.Select(value => value.Value));
    }

    [Theory]
    [InlineData("category-1", "category-1")]
    [InlineData("category-1", "severity-2")]
    [InlineData("A", "B")]
    [InlineData("1-2", "1-3")]
    [InlineData("-1", "-2")]
    [InlineData("A1", "a2")]
    [InlineData("v1", "v2")]
    public void Labels_without_a_common_scale_are_none(string left, string right) =>
        Assert.Empty(Known(MatchOf("a", ListRole.Known, left), MatchOf("b", ListRole.Known, right)).Conflicts);

    [Fact]
    public void A_value_that_all_share_is_agreement_and_one_list_can_contradict_itself()
    {
        Assert.Empty(Known(MatchOf("a", ListRole.Known, "s-1", "s-2"), MatchOf("b", ListRole.Known, "s-2")).Conflicts);
        Assert.Equal(["1: a", "2: a"], Text(Assert.Single(Known(MatchOf("a", ListRole.Known, "s-1"), MatchOf("a", ListRole.Known, "s-2")).Conflicts)));
    }

    [Theory]
    [InlineData(Verdict.Uncertain)]
    [InlineData(Verdict.FirstGeneration)]
    public void What_no_list_decided_has_neither(Verdict verdict)
    {
        var decision = new Decision { Verdict = verdict, Matches = [MatchOf("a", ListRole.Known, "s-1"), MatchOf("b", ListRole.Ignore, "s-2")] };

        Assert.Empty(decision.Labels);
        Assert.Empty(decision.Conflicts);
    }

    [Property(MaxTest = 500)]
    public Property A_scale_is_in_conflict_where_its_matches_have_no_value_in_common() =>
        Prop.ForAll(Gen.ListOf(Gen.ListOf(Gen.Elements("x-1", "x-2", "x-3", "y-1", "y-2", "z"))).ToArbitrary(), labels =>
        {
            var decision = Known([.. labels.Select((of, i) => MatchOf($"list{i % 3}", ListRole.Known, [.. of]))]);

            var expected =
                from scale in (string[])["x-", "y-"]
                let sets = labels.Select(of => of.Where(label => label.StartsWith(scale, StringComparison.Ordinal)).ToHashSet()).Where(set => set.Count > 0).ToList()
                where sets.Count > 0 && sets.Aggregate((left, right) => [.. left.Intersect(right)]).Count == 0
                select scale.TrimEnd('-');
            Assert.Equal(expected, decision.Conflicts.Select(conflict => conflict.Scale));
            Assert.Equal(labels.SelectMany(of => of).Distinct().Order(StringComparer.Ordinal), decision.Labels);
        });

    static Decision Known(params Match[] matches) => new() { Verdict = Verdict.Known, Basis = MatchBasis.Near, Matches = matches };

    static Match MatchOf(string list, ListRole role, params string[] labels) =>
        new(list, null, role, "1", "pdq", MatchBasis.Near, 3, 31, default, labels);

    static IEnumerable<string> Text(ListConflict conflict) =>
        conflict.Values.Select(value => $"{value.Value}: {string.Join(", ", value.Lists)}");
}
