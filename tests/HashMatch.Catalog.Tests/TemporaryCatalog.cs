using HashMatch.Catalog.Triage;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Triage.Reports;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Tests;

/// <summary>A catalogue in a folder of a test's own, gone with it, and items to put there.</summary>
sealed class TemporaryCatalog : IDisposable
{
    internal static CatalogSettings Settings { get; } = new(HashProfile.Pdq1, Oriented: true, FormKinds.None, MatchOptions.Default);

    static readonly FileStamp s_stamp = new(0, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    readonly string _folder;

    /// <param name="inMemory">Whether the disk may be left out, where the system has a folder for that.</param>
    internal TemporaryCatalog(bool inMemory = false)
    {
        const string Memory = "/dev/shm";
        _folder = inMemory && Directory.Exists(Memory)
            ? Directory.CreateDirectory(System.IO.Path.Join(Memory, $"hashmatch-{Guid.NewGuid():N}")).FullName
            : Directory.CreateTempSubdirectory("hashmatch-").FullName;
    }

    internal string Path => $"{_folder}/a.db";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal CatalogWriter Open(params KnownList[] lists) => CatalogWriter.Open(Path, Settings, lists, TimeProvider.System);

    /// <summary>Submits and commits the items; gives their decisions.</summary>
    internal List<Decision> Submit(IEnumerable<CatalogItem> items, params KnownList[] lists)
    {
        using var writer = Open(lists);
        List<Decision> decisions = [.. items.Select(writer.Submit)];
        writer.Complete();
        return decisions;
    }

    /// <summary>Takes in and commits a report whose files nobody handed over.</summary>
    internal ReportReceipt Submit(Report report)
    {
        using var writer = Open();
        var receipt = writer.Reports.Submit(report, new ItemReading?[report.Items.Count]);
        writer.Complete();
        return receipt;
    }

    /// <summary>All the catalogue holds that does not depend on the time.</summary>
    internal List<string> State()
    {
        using var reader = CatalogReader.Open(Path);
        reader.Verify();
        return
        [
            .. reader.ReadItems().Select(item => $"{item.Number} {item.Place} {item.Path} {item.Content.Forms.Pdq.Hash} {item.Opened} {item.Evidence} {item.Modified} {item.Decision}"),
            .. reader.ReadDecisions().Select(entry => $"{entry.Number} {entry.Place} {entry.Evidence}"),
        ];
    }

    /// <summary>Does to the file what no catalogue would.</summary>
    internal object? Tamper(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    /// <summary>An item; equal hashes with another <paramref name="bytes"/> are other files of the same picture.</summary>
    internal static CatalogItem Item(string place, Hash256 hash, int bytes, int quality = 100) =>
        new(place, place, Content(new HashForms(new PdqResult(hash, quality)), bytes), s_stamp with { Length = 1000 + bytes });

    internal static CatalogContent Content(HashForms forms, int bytes) => new()
    {
        Length = 1000 + bytes,
        Digests = [ContentDigest.Compute(DigestKind.XxHash128, BitConverter.GetBytes(bytes))],
        Forms = forms,
        Width = 64,
        Height = 48,
        Format = "png",
    };

    /// <summary>
    /// Items in the order of their places, with copies: equal bytes, near, in the review band, turned, framed, of low quality,
    /// and none of these.
    /// </summary>
    internal static List<CatalogItem> Draw(int seed, int count)
    {
        Random random = new(seed);
        List<CatalogItem> items = [];
        for (var i = 0; i < count; i++)
        {
            var earlier = items.Count > 0 ? items[random.Next(items.Count)] : null;
            var place = $"p/{i:000000}";
            var quality = random.Next(8) == 0 ? 20 : 90;
            items.Add((earlier is null ? 5 : random.Next(8)) switch
            {
                0 => earlier! with { Place = place, Path = place },
                1 => Item(place, DrawnHash.At(earlier!.Content.Forms.Pdq.Hash, random.Next(45)), i, quality),
                2 => Altered(place, Turned(DrawnHash.Of(random), DrawnHash.At(earlier!.Content.Forms.Pdq.Hash, random.Next(45)), random), null, i),
                3 => Altered(place, null, DrawnHash.At(earlier!.Content.Forms.Pdq.Hash, random.Next(45)), i, random),
                4 => Altered(place, null, DrawnHash.At(earlier!.Content.Forms.Trimmed?.Pdq.Hash ?? DrawnHash.Of(random), random.Next(45)), i, random),
                _ => Item(place, DrawnHash.Of(random), i, quality),
            });
        }

        return items;
    }

    static DihedralHashes Turned(Hash256 identity, Hash256 turned, Random random) =>
        new([identity, DrawnHash.Of(random), DrawnHash.Of(random), turned, DrawnHash.Of(random), DrawnHash.Of(random), DrawnHash.Of(random), DrawnHash.Of(random)]);

    static CatalogItem Altered(string place, DihedralHashes? turned, Hash256? trimmed, int bytes, Random? random = null)
    {
        PdqResult pdq = new(turned?[DihedralTransform.Identity] ?? DrawnHash.Of(random!), 90);
        TrimmedHash? rest = trimmed is { } hash ? new(BorderKind.Pillarbox, new PdqResult(hash, 80) { UndecidedBits = 3 }, null) : null;
        // By numbers of its own: the others are those that the file of version 1 was filled with.
        Random own = new(bytes);
        TrimmedHash? content = rest is not null && own.Next(2) == 0 ? new(BorderKind.Content, new PdqResult(DrawnHash.At(rest.Pdq.Hash, own.Next(45)), 70), turned) : null;
        return new CatalogItem(place, place, Content(new HashForms(pdq, turned, rest, content), bytes), s_stamp with { Length = 1000 + bytes });
    }

    internal static KnownList ListOf(string name, ListRole role, params Hash256[] hashes)
    {
        KnownList list = new(name, role, "1");
        for (var i = 0; i < hashes.Length; i++)
        {
            list.Add(new KnownEntry($"{i}", hashes[i], [], ["A"]));
        }

        return list;
    }
}
