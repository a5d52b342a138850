using FsCheck.Xunit;
using HashMatch.Catalog.Internals;
using HashMatch.Hashes;
using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Tests;

public sealed class DecisionTests : IDisposable
{
    readonly TemporaryCatalog _catalog = new();

    public void Dispose() => _catalog.Dispose();

    [Property(MaxTest = 12)]
    public void A_new_catalogue_decides_as_a_run_without_one(int seed)
    {
        using TemporaryCatalog catalog = new();
        var items = TemporaryCatalog.Draw(seed, 120);
        KnownList[] lists = [TemporaryCatalog.ListOf("k", ListRole.Known, [.. items.Take(9).Select(item => item.Content.Forms.Pdq.Hash)])];
        Deduplicator plain = new(lists);

        var expected = items.Select(item => plain.Submit(SightingOf(item)));

        Assert.Equal(expected.Select(Text), catalog.Submit(items, lists).Select(Text));
    }

    [Property(MaxTest = 8)]
    public void The_same_items_again_are_decided_the_same_and_change_nothing(int seed)
    {
        using TemporaryCatalog catalog = new();
        var items = TemporaryCatalog.Draw(seed, 80);
        var first = catalog.Submit(items);
        var state = catalog.State();

        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        var second = catalog.Submit(shuffled).Zip(shuffled).OrderBy(pair => pair.Second.Place, StringComparer.Ordinal).Select(pair => pair.First);

        Assert.Equal(first.Select(Text), second.Select(Text));
        Assert.Equal(state, catalog.State());
    }

    [Property(MaxTest = 8)]
    public void Interrupted_and_begun_again_it_ends_as_if_nothing_had_happened(int seed)
    {
        using TemporaryCatalog whole = new();
        using TemporaryCatalog parts = new();
        var items = TemporaryCatalog.Draw(seed, 100);
        whole.Submit(items);
        Random random = new(seed);
        for (var i = 0; i < 5; i++)
        {
            using var writer = parts.Open();
            var committed = random.Next(items.Count);
            items.Take(committed).ToList().ForEach(item => writer.Submit(item));
            writer.Commit();
            items.Skip(committed).Take(7).ToList().ForEach(item => writer.Submit(item));
        }

        parts.Submit(items);

        Assert.Equal(whole.State(), parts.State());
    }

    [Fact]
    public void New_items_are_decided_against_all_that_was_ever_seen()
    {
        Random random = new(1);
        var hash = DrawnHash.Of(random);
        _catalog.Submit([TemporaryCatalog.Item("a", hash, 1)]);
        _catalog.Submit([TemporaryCatalog.Item("a", DrawnHash.Of(random), 2)]);

        var decisions = _catalog.Submit([TemporaryCatalog.Item("b", DrawnHash.At(hash, 5), 3), TemporaryCatalog.Item("c", hash, 1)]);

        Assert.All(decisions, decision => Assert.Equal((Verdict.Repeat, "a"), (decision.Verdict, decision.FirstGeneration!.Path)));
        Assert.Equal([MatchBasis.Near, MatchBasis.Exact], decisions.Select(decision => decision.Basis!.Value));
    }

    [Fact]
    public void The_first_item_of_a_content_is_found_by_an_index_however_many_copies_there_are()
    {
        _catalog.Submit([TemporaryCatalog.Item("a", default, 1)]);
        using SqliteConnection connection = new($"Data Source={_catalog.Path};Pooling=False");
        connection.Open();
        using Statement explain = new(connection, $"EXPLAIN QUERY PLAN {ItemTable.FirstOfContentText}");
        using var row = explain.Rows(1, long.MaxValue);

        Assert.True(row.Read());
        Assert.Contains("INDEX item_first (content=? AND opened<?)", row.GetString(3), StringComparison.Ordinal);
        Assert.False(row.Read());
    }

    [Fact]
    public void A_list_that_comes_makes_items_known_and_one_that_goes_has_them_looked_up_like_new_ones()
    {
        Random random = new(2);
        var hash = DrawnHash.Of(random);
        var list = TemporaryCatalog.ListOf("k", ListRole.Known, hash);
        CatalogItem[] items = [TemporaryCatalog.Item("a", hash, 1), TemporaryCatalog.Item("b", DrawnHash.At(hash, 9), 2)];

        Assert.Equal([Verdict.Known, Verdict.Known], Verdicts(items, list));
        Assert.Equal([Verdict.FirstGeneration, Verdict.Repeat], Verdicts(items));
        Assert.Equal([Verdict.Known, Verdict.Known], Verdicts(items, list));
        Assert.Equal([Verdict.FirstGeneration, Verdict.Repeat], Verdicts(items));
        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal((1, 8), (reader.Verify().Groups, reader.ReadInfo().Decisions));
    }

    [Fact]
    public void A_place_that_fails_is_logged_once_and_once_more_when_it_recovers()
    {
        var item = TemporaryCatalog.Item("a", DrawnHash.Of(new Random(3)), 1);
        foreach (var fails in (ReadOnlySpan<bool>)[true, true, false, false, true, false])
        {
            using var writer = _catalog.Open();
            _ = fails ? writer.Fail("a", "corrupt", "What.") : writer.Submit(item);
            writer.Complete();
        }

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal(["failed", "first-generation", "failed", "first-generation"],
            reader.ReadDecisions().Select(entry => System.Text.Json.JsonElement.Parse(entry.Evidence).GetProperty("verdict").GetString()));
        Assert.Equal(0, reader.Verify().Failures);
    }

    [Fact]
    public void The_log_explains_a_verdict_and_holds_no_hash_of_a_list()
    {
        var hash = DrawnHash.Of(new Random(4));
        _catalog.Submit([TemporaryCatalog.Item("a", DrawnHash.At(hash, 6), 1)], TemporaryCatalog.ListOf("demo", ListRole.Known, hash));

        using var reader = CatalogReader.Open(_catalog.Path);
        var entry = Assert.Single(reader.ReadDecisions());

        Assert.Contains("""
            "profile":"pdq-1","quality":100,"verdict":"known","rule":"known-near","radius":31,"reviewBand":9,"minQuality":50,"matches":[{"list":"demo","version":"1","role":"known","entry":"0","algorithm":"pdq","distance":6,"radius":31,"transform":"identity","labels":["A"]}]}
            """, entry.Evidence, StringComparison.Ordinal);
        var bytes = new byte[Hash256.ByteLength];
        hash.CopyTo(bytes);
        var file = File.ReadAllBytes(_catalog.Path);
        Assert.Equal(-1, file.AsSpan().IndexOf(bytes));
        Assert.DoesNotContain(hash.ToString(), System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    Verdict[] Verdicts(IEnumerable<CatalogItem> items, params KnownList[] lists) =>
        [.. _catalog.Submit(items, lists).Select(decision => decision.Verdict)];

    static Sighting SightingOf(CatalogItem item) => new(item.Path, item.Content.Forms, item.Content.Length, item.Content.Digests);

    internal static string Text(Decision decision) =>
        $"{decision.Verdict} {decision.Basis} {decision.Reason} {string.Join(';', decision.Matches.Select(match => match.Entry))} {decision.FirstGeneration?.Path} {decision.FirstGeneration?.Distance} {decision.FirstGeneration?.Transform} {decision.FirstGeneration?.Trimmed}";
}
