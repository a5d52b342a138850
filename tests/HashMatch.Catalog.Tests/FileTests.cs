using HashMatch.Catalog.Internals;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Tests;

/// <summary>The file itself: what is in it, and what becomes of one that is not as it was written.</summary>
public sealed class FileTests : IDisposable
{
    readonly TemporaryCatalog _catalog = new();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void Every_file_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        using var writer = _catalog.Open();
        foreach (var item in TemporaryCatalog.Draw(1, 12_000))
        {
            writer.Submit(item);
        }

        writer.Complete();
        AssertOwnerOnly(["a.db", "a.db-lock", "a.db-shm", "a.db-wal"]);
        writer.Dispose();
        AssertOwnerOnly(["a.db", "a.db-hashes", "a.db-lock"]);
    }

    [Theory]
    [InlineData("PRAGMA user_version = 99", "of version 99")]
    [InlineData("PRAGMA application_id = 7", "is not a catalogue")]
    [InlineData("PRAGMA writable_schema = 1; DELETE FROM sqlite_schema WHERE name = 'item_place'", "damaged")]
    public void A_file_of_another_kind_is_refused(string change, string message)
    {
        _catalog.Submit(TemporaryCatalog.Draw(1, 10));
        _catalog.Tamper(change);

        Assert.Contains(message, Assert.Throws<CatalogException>(ReadThrough).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_file_stays_as_it_is()
    {
        File.WriteAllText(_catalog.Path, new string('x', 5000));
        Assert.Contains("is not a catalogue", Assert.Throws<CatalogException>(() => _catalog.Open()).Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), File.ReadAllText(_catalog.Path));

        File.Delete(_catalog.Path);
        _catalog.Tamper("CREATE TABLE theirs (x)");
        var bytes = File.ReadAllBytes(_catalog.Path);
        Assert.Contains("is not a catalogue", Assert.Throws<CatalogException>(() => _catalog.Open()).Message, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(_catalog.Path));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.99)]
    public void A_cut_file_is_noticed(double part)
    {
        _catalog.Submit(TemporaryCatalog.Draw(1, 500));
        using (var file = File.OpenWrite(_catalog.Path))
        {
            file.SetLength((long)(file.Length * part));
        }

        Assert.Throws<CatalogException>(ReadThrough);
    }

    [Theory]
    [InlineData("UPDATE decision SET evidence = replace(evidence, '\"quality\":', '\"quality\":1') WHERE seq = 20", "decision 20")]
    [InlineData("UPDATE decision SET place = 'elsewhere' WHERE seq = 3", "decision 3")]
    [InlineData("UPDATE decision SET at = at + 1 WHERE seq = 7", "decision 7")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM decision WHERE seq = 30", "refers to a row that is not there")]
    [InlineData("DELETE FROM failure; PRAGMA foreign_keys = OFF; DELETE FROM decision WHERE seq = 1", "decision 2")]
    public void A_changed_log_is_noticed(string change, string message)
    {
        using (var writer = _catalog.Open())
        {
            writer.Fail("0", "corrupt", "What.");
            TemporaryCatalog.Draw(1, 50).ForEach(item => writer.Submit(item));
            writer.Complete();
        }

        Assert.Contains("never", Assert.Throws<SqliteException>(() => _catalog.Tamper(change)).Message, StringComparison.Ordinal);
        _catalog.Tamper($"DROP TRIGGER decision_is_final; DROP TRIGGER decision_is_kept; {change}");

        Assert.Contains(message, Assert.Throws<CatalogException>(ReadThrough).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_catalogue_says_so_and_is_none_the_worse()
    {
        _catalog.Submit(TemporaryCatalog.Draw(1, 10));
        _catalog.Tamper($"INSERT INTO decision SELECT {GroupIndex.MostGroups}, run, at, place, evidence, link FROM decision WHERE seq = 10");

        for (var i = 0; i < 2; i++)
        {
            using var writer = _catalog.Open();
            var refused = Assert.Throws<CatalogException>(() => writer.Submit(TemporaryCatalog.Item("new", default, 99)));
            Assert.Equal($"the catalogue '{_catalog.Path}' is full: it holds {GroupIndex.MostGroups} decisions. Begin another one.", refused.Message);
        }
    }

    [Fact]
    public void Migrations_bring_an_older_file_up_wholly_or_not_at_all()
    {
        using SqliteConnection connection = new($"Data Source={_catalog.Path};Pooling=False");
        connection.Open();
        Migrations.Apply(connection, 0, ["CREATE TABLE a (x)"]);
        Assert.Throws<SqliteException>(() => Migrations.Apply(connection, 1, ["", "CREATE TABLE b (x)", "CREATE TABLE a (x)"]));
        using (Statement rollback = new(connection, "ROLLBACK"))
        {
            rollback.Run();
        }

        Assert.Equal((1L, 0L), (Number("PRAGMA user_version"), Number("SELECT count(*) FROM sqlite_schema WHERE name = 'b'")));
        Migrations.Apply(connection, 1, ["", "CREATE TABLE b (x)"]);
        Assert.Equal((2L, 1L), (Number("PRAGMA user_version"), Number("SELECT count(*) FROM sqlite_schema WHERE name = 'b'")));

        long Number(string sql)
        {
            using Statement statement = new(connection, sql);
            return statement.Number();
        }
    }

    [Fact]
    public void Forms_come_back_as_they_were_stored()
    {
        Random random = new(5);
        DihedralHashes Turned(Hash256 identity) => new([identity, .. Enumerable.Range(0, 7).Select(_ => DrawnHash.Of(random))]);
        PdqResult pdq = new(DrawnHash.Of(random), 77) { UndecidedBits = 256 };
        PdqResult rest = new(DrawnHash.Of(random), 66) { UndecidedBits = 255 };
        HashForms[] all =
        [
            new(pdq), new(pdq, Turned(pdq.Hash)), new(pdq, null, new TrimmedHash(BorderKind.Letterbox, rest, null)),
            new(pdq, Turned(pdq.Hash), new TrimmedHash(BorderKind.Border, rest, Turned(rest.Hash))),
        ];
        _catalog.Submit(all.Select((forms, i) => new CatalogItem($"{i}", $"{i}", TemporaryCatalog.Content(forms, i))));

        using var reader = CatalogReader.Open(_catalog.Path);

        Assert.Equal(all.Select(forms => forms.All.ToArray()), reader.ReadItems().Select(item => item.Content.Forms.All.ToArray()));
    }

    void ReadThrough()
    {
        using var reader = CatalogReader.Open(_catalog.Path);
        reader.Verify();
    }

    void AssertOwnerOnly(string[] expected)
    {
        var files = new DirectoryInfo(Path.GetDirectoryName(_catalog.Path)!).GetFiles();
        Assert.Equal(expected, files.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
    }
}
