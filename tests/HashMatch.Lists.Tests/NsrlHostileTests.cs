using System.Buffers.Binary;
using System.Diagnostics;

namespace HashMatch.Lists.Tests;

/// <summary>Databases made to harm who reads them.</summary>
public sealed class NsrlHostileTests : IDisposable
{
    const string Md5 = "d41d8cd98f00b204e9800998ecf8427e";
    const int PageSize = 512;

    readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("CREATE VIEW FILE AS SELECT '1' AS md5")]
    [InlineData("CREATE VIEW FILE AS WITH RECURSIVE n(md5) AS (SELECT '1' UNION ALL SELECT md5 FROM n) SELECT * FROM n")]
    [InlineData("CREATE VIRTUAL TABLE FILE USING fts5(md5)")]
    [InlineData("CREATE VIRTUAL TABLE METADATA USING rtree(md5, a, b)")]
    [InlineData("CREATE TABLE FILE (a TEXT, md5 TEXT GENERATED ALWAYS AS (upper(a)) VIRTUAL)")]
    public void What_is_no_stored_column_of_an_ordinary_table_is_not_read(string schema)
    {
        _database.Run(schema);

        Assert.Throws<ListFormatException>(() => _database.Open());
    }

    [Theory]
    [InlineData("name = 'FILE', tbl_name = 'FILE'", "name = 'other'")]
    [InlineData("type = 'table'", "name = 'FILE'")]
    [InlineData("type = 'table', rootpage = 2", "name = 'FILE'")]
    [InlineData("sql = 'CREATE /* TABLE */ VIRTUAL TABLE FILE USING fts5(md5)', type = 'table', rootpage = 2", "name = 'FILE'")]
    public void A_schema_that_lies_about_a_view_or_a_virtual_table_is_refused(string lie, string about)
    {
        _database.Run($"CREATE TABLE other (md5 TEXT); INSERT INTO other VALUES ('{Md5}'); CREATE VIEW FILE AS SELECT '{Md5}' AS md5;");
        _database.Run($"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET {lie} WHERE {about}");

        Assert.Throws<ListFormatException>(() => _database.Open());
    }

    [Fact]
    public void Views_of_the_exchange_are_passed_over_and_their_table_read()
    {
        _database.Run($"CREATE TABLE METADATA (md5 TEXT); INSERT INTO METADATA VALUES ('{Md5}'); CREATE VIEW FILE AS SELECT md5 FROM METADATA;");

        Assert.True(Assert.Single(_database.Rows()).IsEntry);
    }

    [Fact]
    public void Views_that_join_one_another_are_not_compiled()
    {
        var views = Enumerable.Range(1, 30).Select(i => $"CREATE VIEW v{i} AS SELECT x.a FROM v{i - 1} x, v{i - 1} y;");
        _database.Run($"CREATE TABLE FILE (md5 TEXT); INSERT INTO FILE VALUES ('{Md5}'); CREATE VIEW v0 AS SELECT 1 AS a;{string.Concat(views)}");
        var start = Stopwatch.GetTimestamp();

        Assert.Single(_database.Rows());
        // Compiled, they take a quarter of a minute and more.
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 5);
    }

    [Fact]
    public void Triggers_and_computed_columns_beside_the_digests_do_nothing()
    {
        _database.Run(
            "CREATE TABLE FILE (md5 TEXT, extension TEXT, file_name TEXT GENERATED ALWAYS AS (md5 || md5) STORED);" +
            "CREATE TRIGGER again AFTER INSERT ON FILE WHEN (SELECT count(*) FROM FILE) < 5 BEGIN INSERT INTO FILE (md5) VALUES (new.md5); END;" +
            $"PRAGMA recursive_triggers = ON; INSERT INTO FILE (md5) VALUES ('{Md5}')");

        var rows = _database.Rows();

        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Assert.True(row.Entry is { ExtraFields: null }));
    }

    [Theory]
    [InlineData("printf('%.*c', 65537, 'a')", false)]
    [InlineData("printf('%.*c', 100000000, 'a')", false)]
    [InlineData("zeroblob(100000000)", false)]
    [InlineData("printf('%.*c', 65536, 'a')", true)]
    public void A_cell_too_long_spoils_its_row_alone_and_is_not_loaded(string name, bool isEntry)
    {
        _database.Run($"CREATE TABLE FILE (md5 TEXT, file_name TEXT); INSERT INTO FILE VALUES ('{Md5}', 'a'), ('{Md5}', {name}), ('{Md5}', 'b')");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var rows = _database.Rows();

        Assert.Equal([true, isEntry, true], rows.Select(row => row.IsEntry));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
        Assert.True(isEntry || rows[1].Error!.Reason.Contains("longer than 65536 bytes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_version_too_long_is_none()
    {
        _database.Run("CREATE TABLE FILE (md5 TEXT); CREATE TABLE VERSION (version TEXT); INSERT INTO VERSION VALUES (printf('%.*c', 257, '1'))");

        using var reader = _database.Open();
        Assert.Null(reader.Header.Version);
    }

    [Fact]
    public void Pages_linked_in_circles_end()
    {
        _database.Run($"PRAGMA page_size = {PageSize}; VACUUM; CREATE TABLE FILE (md5 TEXT, file_name TEXT)");
        _database.Insert("FILE", Enumerable.Range(0, 3000).Select(i => (string?[])[Md5, $"{i:00000}{new string('n', 60)}"]));
        LinkInnerPages(_database.Path);

        long rows = 0;
        using var reader = _database.Open();
        var error = Assert.Throws<ListFormatException>(() =>
        {
            while (reader.TryRead(out _))
            {
                rows++;
            }
        });

        Assert.Contains("circles", error.Message, StringComparison.Ordinal);
        Assert.InRange(rows, 3000, new FileInfo(_database.Path).Length);
    }

    /// <summary>Makes every child of an inner page the next inner page, so that few pages give billions of rows.</summary>
    static void LinkInnerPages(string path)
    {
        const byte InnerPage = 5;
        var bytes = File.ReadAllBytes(path);
        // The table's root is an inner page, and its own children come behind it.
        int[] inner = [.. Enumerable.Range(1, (bytes.Length / PageSize) - 1).Where(page => bytes[page * PageSize] == InnerPage)];
        Assert.InRange(inner.Length, 5, bytes.Length);
        foreach (var (page, next) in inner.Take(4).Zip(inner.Skip(1)))
        {
            var start = page * PageSize;
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(start + 8), next + 1);
            for (var cell = 0; cell < BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(start + 3)); cell++)
            {
                var place = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(start + 12 + (2 * cell)));
                BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(start + place), next + 1);
            }
        }

        File.WriteAllBytes(path, bytes);
    }
}
