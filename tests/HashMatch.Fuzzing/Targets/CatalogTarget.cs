using HashMatch.Catalog;
using HashMatch.Fuzzing.Seeds;
using HashMatch.Hashers;

namespace HashMatch.Fuzzing.Targets;

/// <summary>The bytes of a catalogue's database: all that can be read is read, and a scan goes on with it.</summary>
sealed class CatalogTarget : FileTarget
{
    readonly CatalogItem[] _items = [.. CatalogSeeds.Items(6)];

    internal CatalogTarget()
    {
        CatalogSeeds.Fill(Folder.Path("seed.db"), 24);
        Seeds = [CatalogSeeds.Bytes(Folder.Path("seed.db"))];
    }

    internal override string Name => "catalog";

    internal override IReadOnlyList<byte[]> Seeds { get; }

    internal override (long PerByte, long Fixed) MostAllocated => (600, 64 << 20);

    internal override int Share(int executions) => executions / 100;

    internal override string Run(byte[] input, Random random)
    {
        Array.ForEach([.. CatalogFiles.Of(Folder.Path("a.db"))], File.Delete);
        var path = Folder.Write("a.db", input);
        List<string> outcome = [];
        Try(outcome, () =>
        {
            using var reader = CatalogReader.Open(path);
            Try(outcome, () => reader.ReadInfo());
            Try(outcome, () => reader.Verify());
            Try(outcome, () => _ = reader.ReadItems().Count());
            Try(outcome, () => _ = reader.ReadDecisions().Count());
            Try(outcome, () => _ = reader.ReadRuns().Count());
            Try(outcome, () => reader.Feedback.Read());
            Try(outcome, () => reader.Feedback.ReadPrecision());
            Try(outcome, () => reader.Feedback.Explain("p/0003"));
            Try(outcome, () => reader.Reports.ReadCases());
            Try(outcome, () => reader.Reports.ReadHistory("r-001", "hub-a"));
        });
        Try(outcome, () => Scan(path));
        return string.Join('|', outcome.Distinct().Order(StringComparer.Ordinal));
    }

    void Scan(string path)
    {
        using var writer = CatalogWriter.Open(path, CatalogSeeds.Settings, [CatalogSeeds.List], TimeProvider.System);
        foreach (var item in _items)
        {
            var known = writer.Cache.Find(item.Place, item.Stamp!.Value);
            writer.Submit(known is null ? item : item with { Content = known.Content, Remembered = known });
        }

        writer.Submit(CatalogSeeds.Item("q/new", new HashForms(_items[1].Content.Forms.Pdq), 77));
        writer.Complete();
    }

    static void Try(List<string> outcome, Action use)
    {
        try
        {
            use();
        }
        catch (CatalogException exception)
        {
            Law.RequireSpeakable(exception.Message);
            outcome.Add(Law.ShapeOf(exception.Message));
        }
    }
}
