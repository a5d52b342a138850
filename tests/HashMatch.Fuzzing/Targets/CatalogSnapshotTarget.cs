using HashMatch.Catalog;
using HashMatch.Fuzzing.Seeds;
using HashMatch.Hashes;
using HashMatch.Storage;

namespace HashMatch.Fuzzing.Targets;

/// <summary>The index of hashes beside a catalogue: damaged, it is made anew and changes no decision.</summary>
sealed class CatalogSnapshotTarget : FileTarget
{
    /// <summary>So many items open more groups than are read without a snapshot.</summary>
    const int Items = 4_200;

    readonly byte[] _catalog;
    readonly CatalogItem[] _items = [.. CatalogSeeds.Items(12)];
    readonly string _expected;

    internal CatalogSnapshotTarget()
    {
        var path = Folder.Path("seed.db");
        CatalogSeeds.Fill(path, Items);
        Seeds = [File.ReadAllBytes(path + "-hashes")];
        _catalog = CatalogSeeds.Bytes(path);
        _expected = Run(Seeds[0], new Random(0));
    }

    internal override string Name => "catalog-snapshot";

    internal override IReadOnlyList<byte[]> Seeds { get; }

    internal override (long PerByte, long Fixed) MostAllocated => (600, 64 << 20);

    internal override int Share(int executions) => executions / 200;

    internal override byte[] Repair(byte[] input, Random random) => random.Next(2) == 0 ? SnapshotRepair.Repair(input) : input;

    internal override string Run(byte[] input, Random random)
    {
        Array.ForEach([.. CatalogFiles.Of(Folder.Path("a.db"))], File.Delete);
        var path = Folder.Write("a.db", _catalog);
        Folder.Write("a.db-hashes", input);
        var isForged = SnapshotRepair.Repair([.. input]).AsSpan().SequenceEqual(input) && !input.AsSpan().SequenceEqual(Seeds[0]);
        try
        {
            using var writer = CatalogWriter.Open(path, CatalogSeeds.Settings, [CatalogSeeds.List], TimeProvider.System);
            var verdicts = string.Join(' ', _items.Select(item => writer.Submit(item with { Place = "q/" + item.Place, Content = item.Content with { Length = 5 } }).Verdict));
            Law.Require(isForged || _expected?.StartsWith(verdicts, StringComparison.Ordinal) != false, "A damaged snapshot changes no decision.");
            return $"{verdicts} {Opened(path + "-hashes")}";
        }
        catch (CatalogException exception) when (isForged)
        {
            Law.RequireSpeakable(exception.Message);
            return Law.ShapeOf(exception.Message);
        }
    }

    /// <summary>What the snapshot alone says, which the catalogue does not show.</summary>
    static string Opened(string path)
    {
        try
        {
            return IndexSnapshot<Hash256>.Open(path).Profile;
        }
        catch (SnapshotFormatException exception)
        {
            return Law.ShapeOf(exception.Message);
        }
    }
}
