using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Lists.Tests;

public sealed class NsrlDatabaseTests : IDisposable
{
    const string Sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    const string Md5 = "d41d8cd98f00b204e9800998ecf8427e";

    readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Digests_of_the_file_table_are_entries_to_ignore()
    {
        Make("CREATE TABLE VERSION (version TEXT); INSERT INTO VERSION VALUES ('2024.03.1');" +
            "CREATE TABLE FILE (SHA256 TEXT, sha1 TEXT, md5 TEXT, file_name TEXT, package_id INTEGER);" +
            $"INSERT INTO FILE VALUES ('{Sha256}', NULL, '{Md5}', 'a.dll', 1), ('zz', NULL, NULL, 'b', 2), (NULL, NULL, NULL, 'c', 2), (7, NULL, NULL, 'd', 2)");

        var result = KnownListReader.Read(_path, new ListReadOptions { Name = "x", Role = ListRole.Ignore });

        Assert.Equal(("2024.03.1", 1, 4L), (result.List.Version, result.List.Entries.Count, result.Rows));
        Assert.Equal([2, 3, 4], result.Errors.Select(error => error.Line));
        Assert.Throws<ListFormatException>(() => KnownListReader.Read(_path, new ListReadOptions { Name = "x" }));
    }

    [Theory]
    [InlineData("CREATE TABLE other (a TEXT)")]
    [InlineData("CREATE VIEW FILE AS WITH RECURSIVE n(sha256) AS (SELECT '1' UNION ALL SELECT sha256 FROM n) SELECT * FROM n")]
    public void A_database_without_the_table_is_none_of_nsrl(string schema)
    {
        Make(schema);

        Assert.Throws<ListFormatException>(() => KnownListReader.Read(_path, new ListReadOptions { Name = "x", Role = ListRole.Ignore }));
    }

    [Fact]
    public void A_database_is_read_from_a_file_alone()
    {
        Make("CREATE TABLE FILE (md5 TEXT)");
        using MemoryStream stream = new(File.ReadAllBytes(_path));

        Assert.Throws<ListFormatException>(() => ListReader.Open(stream, new ListReadOptions { Name = "x" }));
        Assert.Throws<FileNotFoundException>(() => ListReader.Open(_path + ".none", new ListReadOptions { Name = "x", Format = ListFormat.NsrlDatabase }));
    }

    [Fact]
    public void Ten_thousand_mutated_rows_are_entries_or_errors()
    {
        Random random = new(42);
        Make("CREATE TABLE METADATA (sha256 TEXT, sha1 TEXT, md5 TEXT, extension TEXT)");
        using (var connection = Connect())
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO METADATA VALUES ($a, $b, $c, $d)";
            for (var i = 0; i < 10_000; i++)
            {
                insert.Parameters.Clear();
                foreach (var name in (ReadOnlySpan<string>)["$a", "$b", "$c", "$d"])
                {
                    insert.Parameters.AddWithValue(name, Value(random, name == "$a" ? Sha256 : Md5));
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        using var reader = ListReader.Open(_path, new ListReadOptions { Name = "x" });
        var rows = ListTexts.Rows(reader);

        Assert.Equal(10_000, rows.Count);
        Assert.Equal(10_000, reader.Counts.Rows);
        Assert.InRange(reader.Counts.Rejected, 1000, 9900);
        Assert.Equal(reader.Counts.Rejected, rows.Count(row => !row.IsEntry));
    }

    [Fact]
    public void A_damaged_database_is_a_typed_error_or_rows()
    {
        Make($"CREATE TABLE FILE (sha256 TEXT, md5 TEXT, file_name TEXT); INSERT INTO FILE VALUES ('{Sha256}', '{Md5}', 'a'), ('{Sha256}', NULL, 'b')");
        var whole = File.ReadAllBytes(_path);
        Random random = new(7);
        for (var i = 0; i < 500; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var edit = 0; edit < 8; edit++)
            {
                bytes[random.Next(16, bytes.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(_path, bytes);
            try
            {
                using var reader = ListReader.Open(_path, new ListReadOptions { Name = "x" });
                var rows = 0;
                while (reader.TryRead(out _) && rows < 1000)
                {
                    rows++;
                }

                Assert.Equal(rows, Math.Min(1000, reader.Counts.Rows));
            }
            catch (ListFormatException)
            {
                // As it should be.
            }
        }
    }

    static object Value(Random random, string valid)
    {
        var cut = random.Next(valid.Length);
        return random.Next(8) switch
        {
            0 => DBNull.Value,
            1 => random.NextInt64(),
            2 => valid[..cut],
            3 => valid[..cut] + (char)random.Next(32, 0x3000) + valid[(cut + 1)..],
            4 => "",
            _ => valid,
        };
    }

    void Make(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    SqliteConnection Connect()
    {
        SqliteConnection connection = new($"Data Source={_path};Pooling=False");
        connection.Open();
        return connection;
    }
}
