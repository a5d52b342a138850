using System.Globalization;
using HashMatch.Hashes;
using HashMatch.Lists;
using Microsoft.Data.Sqlite;

namespace HashMatch.Benchmarks.Lists;

/// <summary>Lists of random hashes with neutral labels, in every format.</summary>
static class SyntheticLists
{
    internal static IReadOnlyList<(string Name, Action<string, int> Write)> All { get; } =
    [
        ("PDQ text", Ours(ListExportFormat.PdqText)),
        ("CSV", Ours(ListExportFormat.Csv)),
        ("md5sum", Ours(ListExportFormat.Md5Sums)),
        ("NSRL text", WriteNsrlText),
        ("JSON Lines", Ours(ListExportFormat.JsonLines)),
        ("VICS 2.0", Ours(ListExportFormat.Vics)),
        ("StopNCII JSON", Ours(ListExportFormat.StopNcii)),
        ("hash sharing XML", WriteXml),
        ("NSRL SQLite", WriteNsrlDatabase),
    ];

    /// <summary>Writes a list as it is matched against: a PDQ hash, a SHA-256 and one label each, as JSON Lines.</summary>
    internal static void WriteKnown(string path, int count)
    {
        using var stream = File.Create(path);
        using var writer = ListWriter.Create(stream, ListExportFormat.JsonLines, new ListHeader { Name = "bench", Version = "1" });
        Random random = new(42);
        for (var i = 0; i < count; i++)
        {
            writer.Write(new ListEntry
            {
                Id = (i + 1).ToString(CultureInfo.InvariantCulture),
                Pdq = Hash256.FromBytes(Bytes(random, 32)),
                Digests = [Digest(DigestKind.Sha256, Bytes(random, 32))],
                Labels = i % 2 == 0 ? ["category-1"] : ["category-2"],
            });
        }

        writer.Complete();
    }

    static Action<string, int> Ours(ListExportFormat format) => (path, count) =>
    {
        using var stream = File.Create(path);
        using var writer = ListWriter.Create(stream, format, new ListHeader { Name = "bench", Version = "1", Algorithm = "pdq" });
        Random random = new(42);
        for (var i = 0; i < count; i++)
        {
            writer.Write(new ListEntry
            {
                Id = (i + 1).ToString(CultureInfo.InvariantCulture),
                Pdq = Hash256.FromBytes(Bytes(random, 32)),
                // A StopNCII record has one hash, so that a row is a row in every format.
                Digests = format == ListExportFormat.StopNcii ? [] : [Digest(DigestKind.Md5, Bytes(random, 16)), Digest(DigestKind.Sha1, Bytes(random, 20))],
                Labels = i % 2 == 0 ? ["category-1"] : ["category-2"],
                Provenance = new ListProvenance { Updated = "2024-03-01T10:00:00Z" },
                ExtraFields = format is ListExportFormat.Vics or ListExportFormat.JsonLines
                    ? "{\"MediaSize\":123456,\"IsPrecategorized\":\"True\",\"Series\":null,\"MimeType\":\"image/jpeg\"}"
                    : null,
            });
        }

        writer.Complete();
    };

    static void WriteNsrlText(string path, int count)
    {
        using var text = File.CreateText(path);
        text.WriteLine("\"SHA-1\",\"MD5\",\"CRC32\",\"FileName\",\"FileSize\",\"ProductCode\",\"OpSystemCode\",\"SpecialCode\"");
        Random random = new(42);
        for (var i = 0; i < count; i++)
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\"{Hex(random, 20)}\",\"{Hex(random, 16)}\",\"{Hex(random, 4)}\",\"file-{i}.dll\",{i},{i % 1000},\"362\",\"\""));
        }
    }

    static void WriteXml(string path, int count)
    {
        using var text = File.CreateText(path);
        text.Write("<?xml version=\"1.0\"?><queryResult xmlns=\"https://hashsharing.ncmec.org/hashsharing/v2\"><images maxTimestamp=\"2024-03-01T10:00:00Z\">");
        Random random = new(42);
        for (var i = 0; i < count; i++)
        {
            text.WriteLine(i % 10 == 9
                ? $"<deletedImage><member id=\"42\">Example</member><timestamp>2024-03-01T10:00:00Z</timestamp><id>e-{i}</id></deletedImage>"
                : $"<image><member id=\"42\">Example</member><timestamp>2024-03-01T10:00:00Z</timestamp><id>e-{i}</id><classification>A</classification><fingerprints><md5>{Hex(random, 16)}</md5><sha1>{Hex(random, 20)}</sha1><pdq>{Hex(random, 32)}</pdq></fingerprints></image>");
        }

        text.Write("</images></queryResult>");
    }

    static void WriteNsrlDatabase(string path, int count)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE FILE (sha256 TEXT, sha1 TEXT, md5 TEXT, file_name TEXT, package_id INTEGER)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO FILE VALUES ($a, $b, $c, $d, 1)";
        var parameters = Array.ConvertAll(["$a", "$b", "$c", "$d"], name => command.Parameters.Add(name, SqliteType.Text));
        Random random = new(42);
        for (var i = 0; i < count; i++)
        {
            (parameters[0].Value, parameters[1].Value, parameters[2].Value, parameters[3].Value) = (Hex(random, 32), Hex(random, 20), Hex(random, 16), $"file-{i}.dll");
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    static string Hex(Random random, int count) => Convert.ToHexString(Bytes(random, count));

    static ContentDigest Digest(DigestKind kind, byte[] bytes) =>
        ContentDigest.TryParse(kind, Convert.ToHexString(bytes), out var digest) ? digest : throw new InvalidOperationException();
}
