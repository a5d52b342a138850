using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Tests;

/// <summary>A catalogue in a folder of a test's own, gone with it, and items to put there.</summary>
sealed class TemporaryCatalog : IDisposable
{
    internal static readonly CatalogSettings Settings = new(HashProfile.Pdq1, Oriented: true, FormKinds.None, MatchOptions.Default);

    static readonly FileStamp s_stamp = new(0, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    readonly string _folder = Directory.CreateTempSubdirectory("hashmatch-").FullName;

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

    /// <summary>A hash at random, and one a number of bits from another.</summary>
    internal static Hash256 Draw(Random random) =>
        new((ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64());

    internal static Hash256 At(Hash256 hash, int distance)
    {
        var mask = distance >= 64 ? ulong.MaxValue : (1UL << distance) - 1;
        return hash with { W1 = hash.W1 ^ mask };
    }

    /// <summary>
    /// Items in the order of their places, with copies: equal bytes, near, in the review band, of low quality, and nothing of all.
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
            items.Add((earlier is null ? 3 : random.Next(4)) switch
            {
                0 => earlier! with { Place = place, Path = place },
                1 => Item(place, At(earlier!.Content.Forms.Pdq.Hash, random.Next(45)), i, quality),
                _ => Item(place, Draw(random), i, quality),
            });
        }

        return items;
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
