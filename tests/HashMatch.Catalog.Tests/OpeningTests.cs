using HashMatch.Catalog.Internals;
using HashMatch.Catalog.Triage;
using HashMatch.Hashers;
using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Tests;

/// <summary>Who may open a catalogue, and for what.</summary>
public sealed class OpeningTests : IDisposable
{
    readonly TemporaryCatalog _catalog = new();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void A_second_writer_is_told_and_readers_come_in()
    {
        var item = TemporaryCatalog.Item("a", DrawnHash.Of(new Random(1)), 1);
        using var writer = _catalog.Open();
        writer.Submit(item);
        writer.Commit();
        writer.Submit(item with { Place = "b", Path = "b" });

        var refused = Assert.Throws<CatalogException>(() => _catalog.Open());
        using var reader = CatalogReader.Open(_catalog.Path);

        File.CreateSymbolicLink(_catalog.Path + ".link", _catalog.Path);
        Assert.Throws<CatalogException>(() => CatalogWriter.Open(_catalog.Path + ".link", TemporaryCatalog.Settings, [], TimeProvider.System));
        Assert.Contains("is being written by another run", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, reader.Verify().Items);
        writer.Commit();
        Assert.Equal(1, reader.ReadInfo().Items);
        using var later = CatalogReader.Open(_catalog.Path);
        Assert.Equal(2, later.Verify().Items);
    }

    [Fact]
    public void A_catalogue_keeps_to_what_it_was_made_for()
    {
        _catalog.Submit(TemporaryCatalog.Draw(1, 10));

        var other = TemporaryCatalog.Settings with { Bounds = MatchOptions.Default with { Radius = 20 } };
        var refused = Assert.Throws<CatalogException>(() => CatalogWriter.Open(_catalog.Path, other, [], TimeProvider.System));

        Assert.Contains("was made with radius 31, not 20", refused.Message, StringComparison.Ordinal);
        _catalog.Open().Dispose();
    }

    [Fact]
    public void Settings_that_no_catalogue_can_have_make_none()
    {
        foreach (var settings in (CatalogSettings[])
        [
            TemporaryCatalog.Settings with { Profile = HashProfile.Phash1 },
            TemporaryCatalog.Settings with { Forms = (FormKinds)64 },
            TemporaryCatalog.Settings with { Bounds = MatchOptions.Default with { Radius = 300 } },
            TemporaryCatalog.Settings with { Bounds = MatchOptions.Default with { AgreeingRegions = 4 } },
            TemporaryCatalog.Settings with { Bounds = MatchOptions.Default with { CompareWithinRun = false } },
        ])
        {
            Assert.ThrowsAny<ArgumentException>(() => CatalogWriter.Open(_catalog.Path, settings, [], TimeProvider.System));
            Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(_catalog.Path)!));
        }
    }

    [Fact]
    public void Who_cannot_open_it_leaves_it_to_others()
    {
        using (SqliteConnection connection = new($"Data Source={_catalog.Path};Pooling=False"))
        {
            connection.Open();
            Migrations.Apply(connection, 0, Migrations.Steps);
        }

        Assert.Contains("is empty", Assert.Throws<CatalogException>(() => FeedbackWriter.Open(_catalog.Path, TimeProvider.System)).Message, StringComparison.Ordinal);
        Assert.Contains("is empty", Assert.Throws<CatalogException>(() => FollowUpLog.Open(_catalog.Path, TimeProvider.System)).Message, StringComparison.Ordinal);
        _catalog.Open().Dispose();
        _catalog.Tamper("UPDATE catalog SET uuid = x'07'");
        Assert.Contains("'uuid'", Assert.Throws<CatalogException>(() => _catalog.Open()).Message, StringComparison.Ordinal);
        _catalog.Tamper("UPDATE catalog SET uuid = randomblob(16)");
        _catalog.Open().Dispose();
    }
}
