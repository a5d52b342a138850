using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Matching.Review;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Tests;

/// <summary>A catalogue of which anything at all was changed is read, or refused with its name.</summary>
/// <remarks>HASHMATCH_DAMAGE_TEST=full makes ten thousand changes instead of a fifth of them.</remarks>
public sealed class DamageTests
{
    const int Seed = 20261124;
    const int Workers = 4;

    static readonly int s_mutations = Environment.GetEnvironmentVariable("HASHMATCH_DAMAGE_TEST") == "full" ? 10_000 : 2_000;

    /// <summary>What a cell may come to hold; <c>$</c> stands for what it held.</summary>
    static readonly string[] s_values =
    [
        "NULL", "-1", "0", "1", "3", "8", "257", "2147483648", "9223372036854775807", "-9223372036854775807 - 1", "-$", "1e300", "''", "'x'", "'{'",
        "'{\"a\":1}'", "'a' || char(0) || 'b'", "CAST(x'FF80' AS TEXT)", "x''", "x'07'", "zeroblob(31)", "zeroblob(36)", "zeroblob(500)",
        "substr($, 1, length($) - 1)", "CAST($ || x'00' AS BLOB)", "x'08' || substr($, 2)",
    ];

    static readonly Hash256 s_listed = DrawnHash.Of(new Random(11));
    static readonly Hash256 s_first = DrawnHash.Of(new Random(12));
    static readonly QuarantineRule s_rule = new() { Floor = 2, Factor = 1 };

    /// <summary>Pictures of every kind, four copies of one that is listed, and one that repeats another.</summary>
    readonly CatalogItem[] _items =
    [
        .. TemporaryCatalog.Draw(1, 14), .. Enumerable.Range(0, 4).Select(i => TemporaryCatalog.Item($"k/{i}", DrawnHash.At(s_listed, i), 100 + i)),
        TemporaryCatalog.Item("r/0", s_first, 200), TemporaryCatalog.Item("r/1", DrawnHash.At(s_first, 6), 201),
    ];

    readonly KnownList _list = TemporaryCatalog.ListOf("demo", ListRole.Known, TemporaryCatalog.Draw(1, 14)[3].Content.Forms.Pdq.Hash, s_listed);

    [Theory]
    [InlineData("UPDATE content SET forms = x'02' WHERE id = 5", "row 5 of 'content' holds what its 'forms' cannot")]
    [InlineData("UPDATE content SET length = -1 WHERE id = 2", "row 2 of 'content' holds what its 'length' cannot")]
    [InlineData("UPDATE item SET transform = 200, distance = 0, nearest = 1 WHERE id = 2", "row 2 of 'item' holds what its 'transform' cannot")]
    [InlineData("UPDATE item SET metadata = '[1]' WHERE id = 3", "row 3 of 'item' holds what its 'metadata' cannot")]
    [InlineData("UPDATE catalog SET radius = 999", "row 1 of 'catalog' holds what its 'radius' cannot")]
    public void The_file_the_row_and_the_column_are_named(string change, string message)
    {
        using TemporaryCatalog catalog = new();
        Fill(catalog);
        catalog.Tamper(change);

        var refused = Assert.Throws<CatalogException>(() =>
        {
            using var reader = CatalogReader.Open(catalog.Path);
            return reader.ReadItems().ToList();
        });

        Assert.Equal($"the catalogue '{catalog.Path}' is damaged: {message}. Restore it from a copy.", refused.Message);
    }

    [Theory]
    [InlineData("DROP TRIGGER feedback_is_final; UPDATE feedback SET action = 'x' WHERE decision = (SELECT min(decision) FROM feedback)", "of 'feedback' holds what its 'action' cannot")]
    [InlineData("DROP TRIGGER feedback_is_final; UPDATE feedback SET other = 99 WHERE other IS NOT NULL", "of 'feedback' holds what its 'other' cannot")]
    [InlineData("UPDATE entry SET matched = -1", "row 1 of 'entry' holds what its 'matched' cannot")]
    [InlineData("UPDATE entry SET prints = x'07'", "of 'entry' holds what its 'prints' cannot")]
    [InlineData("UPDATE entry_match SET held = 2 WHERE entry = 2", "row 2 of 'entry_match' holds what its 'held' cannot")]
    [InlineData("UPDATE heeded SET distance = 999", "of 'heeded' holds what its 'distance' cannot")]
    [InlineData("DROP TRIGGER decision_is_final; UPDATE decision SET evidence = '{' WHERE place = 'r/1'", "of 'decision' holds what its 'evidence' cannot")]
    [InlineData("DROP TRIGGER decision_is_final; UPDATE decision SET evidence = '{\"item\":\"x\",\"matches\":7}' WHERE place = 'k/1' AND evidence LIKE '{\"item\"%'", "of 'decision' holds what its 'evidence' cannot")]
    public void So_are_those_of_what_reviewers_decided(string change, string message)
    {
        using TemporaryCatalog catalog = new();
        Fill(catalog);
        Assert.Empty(Use(catalog.Path));
        catalog.Tamper("PRAGMA foreign_keys = OFF; " + change);

        Assert.Contains(Use(catalog.Path), refusal =>
            refusal.StartsWith($"the catalogue '{catalog.Path}' is damaged: row ", StringComparison.Ordinal) &&
            refusal.EndsWith(message + ". Restore it from a copy.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE report SET revision = 1 WHERE id = 1", "row 1 of 'report' holds what its 'revision' cannot")]
    [InlineData("UPDATE report SET place = 'report:///x' WHERE id = 2", "of 'report_revision' holds what its 'text' cannot")]
    [InlineData("DROP TRIGGER report_revision_is_final; UPDATE report_revision SET text = x'7B' WHERE report = 2", "of 'report_revision' holds what its 'text' cannot")]
    [InlineData("UPDATE report_item SET verdict = 'x' WHERE position = 1", "of 'report_item' holds what its 'verdict' cannot")]
    [InlineData("UPDATE report_item SET position = 9 WHERE position = 1", "of 'report_item' holds what its 'position' cannot")]
    [InlineData("DELETE FROM report_item WHERE position = 1", "of 'report_item' holds what its 'position' cannot")]
    [InlineData("UPDATE report_item SET first_reported = 2", "of 'report_item' holds what its 'first_reported' cannot")]
    [InlineData("UPDATE report_item SET labels = '[null]' WHERE labels IS NOT NULL", "of 'report_item' holds what its 'labels' cannot")]
    [InlineData("DROP TRIGGER follow_up_is_final; UPDATE follow_up SET report = 99", "of 'follow_up' holds what its 'report' cannot")]
    [InlineData("DROP TRIGGER decision_is_final; UPDATE decision SET evidence = '{\"followUp\":' WHERE evidence LIKE '{\"followUp\"%'", "of 'decision' holds what its 'evidence' cannot")]
    public void So_are_those_of_reports(string change, string message)
    {
        using TemporaryCatalog catalog = new();
        Fill(catalog);
        catalog.Tamper("PRAGMA foreign_keys = OFF; " + change);

        using var reader = CatalogReader.Open(catalog.Path);
        var refused = Assert.Throws<CatalogException>(() => reader.Reports.ReadCases(2));
        Assert.StartsWith($"the catalogue '{catalog.Path}' is damaged: row ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(message + ". Restore it from a copy.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_to_cells_and_bytes_are_read_or_refused()
    {
        using TemporaryCatalog strict = new();
        Fill(strict);
        strict.Tamper("PRAGMA journal_mode = DELETE");
        strict.Tamper("PRAGMA page_size = 512; VACUUM");
        var bytes = File.ReadAllBytes(strict.Path);
        // Without what SQLite itself holds up, cells take anything.
        strict.Tamper("DROP TRIGGER decision_is_final; DROP TRIGGER decision_is_kept; DROP TRIGGER feedback_is_final; DROP TRIGGER feedback_is_kept");
        strict.Tamper("DROP TRIGGER report_revision_is_final; DROP TRIGGER report_revision_is_kept; DROP TRIGGER follow_up_is_final; DROP TRIGGER follow_up_is_kept");
        strict.Tamper("""
            PRAGMA writable_schema = 1;
            UPDATE sqlite_schema SET sql = replace(replace(replace(replace(sql, ' NOT NULL', ''), ' CHECK (only = 1)', ''), ') STRICT,', ') '), ') STRICT', ')')
            WHERE type = 'table'
            """);
        var loose = File.ReadAllBytes(strict.Path);
        var columns = ColumnsOf(strict.Path);
        long refused = 0;
        long cells = 0;

        Parallel.For(0, Workers, worker =>
        {
            using TemporaryCatalog catalog = new(inMemory: true);
            for (var mutation = worker; mutation < s_mutations; mutation += Workers)
            {
                Random random = new(Seed + mutation);
                Remove(catalog.Path);
                var isCell = mutation % 2 == 0;
                var change = isCell ? ChangeCell(catalog, loose, columns, random) : ChangeBytes(catalog, bytes, random);
                Interlocked.Add(ref cells, isCell ? 1 : 0);
                try
                {
                    Interlocked.Add(ref refused, Use(catalog.Path).Count);
                }
                catch (Exception exception)
                {
                    throw new InvalidOperationException($"mutation {mutation}, {change}: {exception.GetType().Name}: {exception.Message}", exception);
                }
            }
        });

        Assert.Equal(s_mutations / 2, cells);
        // Most of what was changed matters to something.
        Assert.True(refused > s_mutations / 2, $"{refused} refusals");
    }

    void Fill(TemporaryCatalog catalog)
    {
        catalog.Submit(_items.Take(7), _list);
        Scan();
        using (var feedback = FeedbackWriter.Open(catalog.Path, TimeProvider.System))
        {
            feedback.Submit(new FeedbackRequest(FeedbackAction.Reject, "R", "No.") { Item = "r/1" });
            feedback.Submit(new FeedbackRequest(FeedbackAction.Veto, "R", "No.") { Item = "k/0", Other = "demo#1" });
            feedback.Submit(new FeedbackRequest(FeedbackAction.Confirm, "R", "Yes.") { Item = "k/3", Other = "demo#1" });
            feedback.Commit();
        }

        Scan();
        Assert.Equal(1L, catalog.Tamper("SELECT count(*) FROM entry WHERE quarantine IS NOT NULL"));
        Assert.Equal(1L, catalog.Tamper("SELECT count(*) FROM heeded"));

        void Scan()
        {
            using var writer = CatalogWriter.Open(catalog.Path, TemporaryCatalog.Settings, [_list], TimeProvider.System, s_rule);
            foreach (var item in _items)
            {
                writer.Submit(item with { Source = "source", Metadata = new Dictionary<string, string> { ["key"] = "value" } });
            }

            writer.Fail("p/broken", "corrupt", "What.");
            writer.Complete();
        }

        ReportUse.Fill(catalog.Path, _list, s_rule);
    }

    /// <summary>Does all that can be done with a catalogue; gives why some of it was refused.</summary>
    List<string> Use(string path)
    {
        Func<CatalogReader, object>[] readings =
        [
            reader => reader.ReadInfo(), reader => reader.Verify(), reader => reader.ReadItems().ToList(), reader => reader.ReadDecisions().ToList(),
            reader => reader.ReadRuns().ToList(), reader => reader.Feedback.Read(), reader => reader.Feedback.ReadPrecision(),
            reader => reader.Feedback.Explain("k/1"), reader => reader.Feedback.Explain("r/1"), reader => reader.Feedback.Explain(_items[3].Place),
        ];
        List<string> refusals = [];
        Try(() =>
        {
            using var reader = CatalogReader.Open(path);
            Array.ForEach(readings, reading => Try(() => reading(reader), refusals));
        }, refusals);
        Try(() => Scan(path), refusals);
        Try(() => Give(path), refusals);
        foreach (var use in ReportUse.Of(path, _list, s_rule))
        {
            Try(use, refusals);
        }

        return refusals;
    }

    /// <summary>Says something about everything; what makes no sense is refused for itself.</summary>
    static void Give(string path)
    {
        FeedbackRequest[] requests =
        [
            new(FeedbackAction.Confirm, "R", "Yes.") { Item = "r/1", Other = "r/0" }, new(FeedbackAction.Reject, "R", "No.") { Item = "k/1" },
            new(FeedbackAction.Veto, "R", "No.") { Item = "item:2", Other = "k/2" }, new(FeedbackAction.Release, "R", "Yes.") { Item = "demo#1" },
            new(FeedbackAction.Confirm, "R", "Yes.") { Item = "r/1", Other = "demo#1" },
        ];
        using var writer = FeedbackWriter.Open(path, TimeProvider.System);
        foreach (var request in requests)
        {
            try
            {
                writer.Submit(request);
            }
            catch (FeedbackException exception)
            {
                Assert.NotEmpty(exception.Message);
            }
        }

        writer.Commit();
    }

    void Scan(string path)
    {
        using var writer = CatalogWriter.Open(path, TemporaryCatalog.Settings, [_list], TimeProvider.System, s_rule);
        foreach (var item in _items)
        {
            var known = writer.Cache.Find(item.Place, item.Stamp!.Value);
            writer.Cache.FindContent(item.Content.Find(DigestKind.XxHash128)!.Value, item.Content.Length);
            writer.Submit(known is null ? item : item with { Content = known.Content, Remembered = known });
        }

        writer.Submit(TemporaryCatalog.Item("q/new", DrawnHash.At(_items[0].Content.Forms.Pdq.Hash, 3), 77));
        writer.Fail("p/broken", "corrupt", "What.");
        writer.Complete();
    }

    static void Try(Action use, List<string> refusals)
    {
        try
        {
            use();
        }
        catch (CatalogException exception)
        {
            Assert.NotEmpty(exception.Message);
            refusals.Add(exception.Message);
        }
    }

    static string ChangeBytes(TemporaryCatalog catalog, byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        var places = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(bytes.Length)).ToArray();
        foreach (var place in places)
        {
            bytes[place] = (byte)random.Next(256);
        }

        File.WriteAllBytes(catalog.Path, bytes);
        return $"bytes {string.Join(", ", places)}";
    }

    static string ChangeCell(TemporaryCatalog catalog, byte[] whole, (string Table, string Key, string Column)[] columns, Random random)
    {
        File.WriteAllBytes(catalog.Path, whole);
        while (true)
        {
            var (table, key, column) = columns[random.Next(columns.Length)];
            var value = s_values[random.Next(s_values.Length)].Replace("$", column, StringComparison.Ordinal);
            var change = $"UPDATE {table} SET {column} = {value} WHERE {key} IN (SELECT {key} FROM {table} ORDER BY 1 LIMIT 1 OFFSET {random.Next(8)})";
            try
            {
                catalog.Tamper("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; " + change);
                return change;
            }
            catch (SqliteException)
            {
                // A key twice, or a number that is none: another change.
            }
        }
    }

    static (string Table, string Key, string Column)[] ColumnsOf(string path)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t.name, k.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS k, pragma_table_info(t.name) AS c
            WHERE t.type = 'table' AND k.cid = 0 ORDER BY 1, c.cid
            """;
        using var row = command.ExecuteReader();
        List<(string, string, string)> columns = [];
        while (row.Read())
        {
            columns.Add((row.GetString(0), row.GetString(1), row.GetString(2)));
        }

        return [.. columns];
    }

    static void Remove(string path)
    {
        foreach (var file in CatalogFiles.Of(path))
        {
            File.Delete(file);
        }
    }
}
