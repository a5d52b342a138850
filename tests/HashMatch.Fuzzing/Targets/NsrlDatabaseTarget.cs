using System.Text;
using HashMatch.Lists;
using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Fuzzing.Targets;

/// <summary>The bytes of an SQLite file that says it is NSRL's.</summary>
sealed class NsrlDatabaseTarget : FileTarget
{
    const string Fill = """
        PRAGMA page_size = 512;
        CREATE TABLE VERSION (version TEXT);
        INSERT INTO VERSION VALUES ('2024.03.1');
        CREATE TABLE FILE (sha256 TEXT, sha1 TEXT, md5 TEXT, file_name TEXT, package_id INTEGER);
        CREATE INDEX by_name ON FILE (file_name);
        INSERT INTO FILE VALUES ('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', NULL, 'd41d8cd98f00b204e9800998ecf8427e', 'a.dll', 1);
        INSERT INTO FILE SELECT sha256, 'da39a3ee5e6b4b0d3255bfef95601890afd80709', md5, 'b' || value, value FROM FILE, (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 20) SELECT value FROM n);
        INSERT INTO FILE VALUES ('zz', NULL, NULL, 'c', 2), (7, NULL, NULL, 'd', 2), (x'00', NULL, NULL, zeroblob(600), 2)
        """;

    internal NsrlDatabaseTarget() => Seeds = [Make(Folder.Path("whole"), Fill), Make(Folder.Path("view"), "CREATE TABLE a (md5 TEXT); CREATE VIEW FILE AS SELECT md5 FROM a")];

    internal override string Name => "list-nsrl-database";

    internal override IReadOnlyList<byte[]> Seeds { get; }

    internal override int Share(int executions) => executions / 8;

    internal override string Run(byte[] input, Random random)
    {
        var path = Folder.Write("a.db", input);
        StringBuilder outcome = new();
        try
        {
            using var reader = ListReader.Open(path, new ListReadOptions { Name = "given", Role = ListRole.Ignore, Format = random.Next(2) == 0 ? ListFormat.NsrlDatabase : ListFormat.Auto });
            var (entries, _, _) = ListLaws.Read(reader, outcome);
            ListLaws.RequireFixedPoint(entries, reader.Header);
        }
        catch (ListFormatException exception)
        {
            Law.RequireSpeakable(exception.Message);
            outcome.Append(Law.ShapeOf(exception.Message));
        }

        return outcome.ToString();
    }

    static byte[] Make(string path, string sql)
    {
        using (SqliteConnection connection = new($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The harness's own statements.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        return File.ReadAllBytes(path);
    }
}
