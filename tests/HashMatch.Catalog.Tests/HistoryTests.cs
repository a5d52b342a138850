using HashMatch.Catalog.Internals;
using HashMatch.Matching;

namespace HashMatch.Catalog.Tests;

/// <summary>What is kept of an item beside its hash, over runs and over versions of the file.</summary>
public sealed class HistoryTests : IDisposable
{
    readonly TemporaryCatalog _catalog = new();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void Source_and_metadata_are_kept_until_others_are_given()
    {
        var item = TemporaryCatalog.Item("a", DrawnHash.Of(new Random(1)), 1);
        _catalog.Submit([item]);
        Assert.Equal((null, "", 1), Kept());
        _catalog.Submit([item with { Source = "camera", Metadata = new Dictionary<string, string> { ["b"] = "2\n\"", ["a"] = "1" } }]);
        Assert.Equal(("camera", "a=1;b=2\n\"", 2), Kept());
        _catalog.Submit([item]);
        Assert.Equal(("camera", "a=1;b=2\n\"", 3), Kept());
        _catalog.Submit([item with { Source = "archive", Metadata = new Dictionary<string, string> { ["c"] = "" } }, item]);
        Assert.Equal(("archive", "c=", 4), Kept());
        _catalog.Submit([item with { Metadata = new Dictionary<string, string>() }], TemporaryCatalog.ListOf("k", ListRole.Known, item.Content.Forms.Pdq.Hash));
        Assert.Equal(("archive", "", 5), Kept());
    }

    [Fact]
    public void First_and_last_seen_are_when_those_runs_began()
    {
        var item = TemporaryCatalog.Item("a", DrawnHash.Of(new Random(1)), 1);
        TestClock clock = new();
        for (var run = 0; run < 3; run++)
        {
            clock.Now = clock.Now.AddHours(1);
            using var writer = CatalogWriter.Open(_catalog.Path, TemporaryCatalog.Settings, [], clock);
            writer.Submit(item);
            writer.Complete();
        }

        using var reader = CatalogReader.Open(_catalog.Path);
        var kept = Assert.Single(reader.ReadItems());
        Assert.Equal((clock.Now.AddHours(-2), clock.Now, 3), (kept.FirstSeen, kept.LastSeen, kept.Sightings));
    }

    [Fact]
    public void A_place_that_goes_back_to_what_it_held_is_decided_a_third_time()
    {
        Random random = new(2);
        var (first, second) = (TemporaryCatalog.Item("a", DrawnHash.Of(random), 1), TemporaryCatalog.Item("a", DrawnHash.Of(random), 2));
        foreach (var item in (CatalogItem[])[first, second, first, first, second])
        {
            _catalog.Submit([item]);
        }

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal((2, 2, 4), (reader.Verify().Items, reader.ReadInfo().Groups, reader.ReadInfo().Decisions));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\ud800b")]
    [InlineData("a\n\u202Eb")]
    public void A_place_of_odd_characters_keeps_the_log_whole(string place)
    {
        var item = TemporaryCatalog.Item(place, DrawnHash.Of(new Random(3)), 1);
        using (var writer = _catalog.Open())
        {
            writer.Fail(place, "corrupt", $"No picture: {place}");
            writer.Submit(item);
            writer.Submit(item);
            writer.Fail(place + "c", "corrupt", "What.");
            writer.Complete();
        }

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal((1, 3), (reader.Verify().Items, reader.ReadInfo().Decisions));
        Assert.Equal(place.Replace('\ud800', '\uFFFD'), Assert.Single(reader.ReadItems()).Path);
    }

    [Fact]
    public void A_file_of_version_1_goes_on_as_one_of_this_version()
    {
        File.Copy(RepositoryFiles.Path("tests", "HashMatch.Catalog.Tests", "version1.db"), _catalog.Path);
        Assert.Contains("of an older version", Assert.Throws<CatalogException>(() => CatalogReader.Open(_catalog.Path)).Message, StringComparison.Ordinal);
        // What it was filled with, and how: eight items, then all of them and a failure.
        var items = TemporaryCatalog.Draw(1, 12);
        var list = TemporaryCatalog.ListOf("demo", ListRole.Known, items[3].Content.Forms.Pdq.Hash);
        using TemporaryCatalog fresh = new();
        fresh.Submit(items.Take(8), list);
        var expected = fresh.Submit(items, list);

        using (var writer = _catalog.Open(list))
        {
            // It did not tell records from files: what it holds is read once more.
            Assert.Null(writer.Cache.Find(items[0].Place, items[0].Stamp!.Value));
        }

        Assert.Equal(expected.Select(DecisionTests.Text), _catalog.Submit(items, list).Select(DecisionTests.Text));
        using var again = _catalog.Open(list);
        Assert.NotNull(again.Cache.Find(items[0].Place, items[0].Stamp!.Value));
        using var reader = CatalogReader.Open(_catalog.Path);
        var info = reader.Verify();
        // It did not know contents without their margins either: those that have such are decided anew.
        var decisions = 13 + items.Count(item => item.Content.Forms.Content is not null);
        Assert.Equal((Migrations.Steps.Count, 12L, decisions, 3L, 1L), (info.Version, info.Items, info.Decisions, info.Runs, info.Failures));
        Assert.All(reader.ReadItems(), item => Assert.Equal((item.Place.CompareTo("p/000008") < 0 ? 3 : 2, null), (item.Sightings, item.Source)));
    }

    (string? Source, string Metadata, long Sightings) Kept()
    {
        using var reader = CatalogReader.Open(_catalog.Path);
        reader.Verify();
        var item = Assert.Single(reader.ReadItems());
        return (item.Source, string.Join(';', item.Metadata.Select(pair => $"{pair.Key}={pair.Value}")), item.Sightings);
    }
}
