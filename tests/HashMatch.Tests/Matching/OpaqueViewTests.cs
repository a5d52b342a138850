using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HashMatch.Matching;
using HashMatch.Matching.Opaque;

namespace HashMatch.Tests.Matching;

public class OpaqueViewTests
{
    static readonly byte[] s_key = [.. Enumerable.Range(1, 16).Select(value => (byte)value)];

    [Theory]
    [InlineData(0, DistanceBand.Exact)]
    [InlineData(1, DistanceBand.Close)]
    [InlineData(15, DistanceBand.Close)]
    [InlineData(16, DistanceBand.Near)]
    [InlineData(256, DistanceBand.Near)]
    public void Bands_have_fixed_bounds(int distance, DistanceBand band) => Assert.Equal(band, OpaqueView.BandOf(MatchOf("a", "1", distance)));

    [Fact]
    public void An_id_is_the_keyed_hash_of_list_and_entry_alone()
    {
        byte[] message = [.. "hashmatch/opaque@1"u8, 0xFF, .. "a"u8, 0xFF, .. "ü"u8];
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(s_key, message))[..32];

        Assert.Equal(new OpaqueMatch(expected, DistanceBand.Close, null, null), Assert.Single(new OpaqueView(s_key).MatchesOf(Known(MatchOf("a", "ü", 3)))));
        Assert.Equal(expected, Assert.Single(new OpaqueView(s_key, showsLists: true).MatchesOf(Known(MatchOf("a", "ü", 30, "another version")))).Id);
        Assert.NotEqual(expected, Assert.Single(new OpaqueView([.. s_key, 1]).MatchesOf(Known(MatchOf("a", "ü", 3)))).Id);
        Assert.NotEqual(new OpaqueView(s_key).MatchesOf(Known(MatchOf("ab", "c", 3))), new OpaqueView(s_key).MatchesOf(Known(MatchOf("a", "bc", 3))));
        Assert.Throws<ArgumentException>(() => new OpaqueView(s_key.AsSpan(1)));
    }

    [Fact]
    public void Without_a_key_entries_are_numbered_as_they_come_up()
    {
        OpaqueView view = new();

        Assert.Equal(["m1", "m2"], view.MatchesOf(Known(MatchOf("a", "9", 3), MatchOf("b", "1", 4))).Select(match => match.Id));
        Assert.Equal(["m2", "m3"], view.MatchesOf(Known(MatchOf("a", "2", 20), MatchOf("b", "1", 7))).Select(match => match.Id));
    }

    [Fact]
    public void Lists_are_named_only_where_that_is_allowed()
    {
        var decision = Known(MatchOf("a", "1", 3, "7"));

        Assert.Null(Assert.Single(new OpaqueView().MatchesOf(decision)).List);
        var shown = Assert.Single(new OpaqueView(showsLists: true).MatchesOf(decision));
        Assert.Equal(("a", "7"), (shown.List, shown.Version));
    }

    [Fact]
    public void Candidates_of_the_review_band_and_matches_of_the_other_role_are_not_shown()
    {
        Match near = MatchOf("a", "1", 35), ignored = MatchOf("b", "2", 0) with { Role = ListRole.Ignore };

        Assert.Empty(new OpaqueView().MatchesOf(new Decision { Verdict = Verdict.Uncertain, Matches = [near] }));
        Assert.Equal(DistanceBand.Close, Assert.Single(new OpaqueView().MatchesOf(Known(MatchOf("a", "1", 3), ignored))).Band);
        Assert.Single(new OpaqueView().MatchesOf(new Decision { Verdict = Verdict.Suppressed, Matches = [ignored] }));
    }

    /// <summary>What is shown depends on bands, lists and entries, so that no distance shows, not even in the order.</summary>
    [Property(MaxTest = 300)]
    public Property Distances_within_a_band_change_nothing() =>
        Prop.ForAll(
            Gen.ListOf(Gen.Choose(0, 31).Zip(Gen.Choose(0, 6))).ToArbitrary(),
            Gen.Choose(1, 1000).ToArbitrary(),
            Gen.Elements(true, false).ToArbitrary(),
            (matches, seed, keyed) =>
            {
                Random random = new(seed);
                OpaqueView View() => keyed ? new OpaqueView(s_key) : new OpaqueView();
                var exact = matches.Select(match => MatchOf($"l{match.Item2 % 2}", $"{match.Item2}", match.Item1)).ToArray();
                var moved = Array.ConvertAll(exact, match => match with
                {
                    Distance = OpaqueView.BandOf(match) switch
                    {
                        DistanceBand.Exact => 0,
                        DistanceBand.Close => random.Next(1, 16),
                        _ => random.Next(16, 32),
                    },
                });
                random.Shuffle(moved);

                Assert.Equal(View().MatchesOf(Known(exact)), View().MatchesOf(Known(moved)));
                Assert.Equal(exact.Select(match => match.Entry).Distinct().Count(), View().MatchesOf(Known(exact)).Count);
            });

    static Decision Known(params Match[] matches) => new() { Verdict = Verdict.Known, Basis = MatchBasis.Near, Matches = matches };

    static Match MatchOf(string list, string entry, int distance, string? version = null) =>
        new(list, version, ListRole.Known, entry, "pdq", distance == 0 ? MatchBasis.Exact : MatchBasis.Near, distance, 31, default, ["label"]);
}
