using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Catalog.Tests;

/// <summary>The index of hashes beside the catalogue saves time, and is believed only where it fits.</summary>
public sealed class SnapshotTests : IDisposable
{
    const int Enough = 9000;

    readonly TemporaryCatalog _catalog = new();
    int _copies;

    string Snapshot => CatalogFiles.HashesOf(_catalog.Path);

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void Items_before_and_after_it_are_found()
    {
        var items = Distinct(1, Enough);
        _catalog.Submit(items);
        Assert.True(File.Exists(Snapshot));
        var later = Distinct(2, 100).ConvertAll(item => item with { Place = "q" + item.Place });
        _catalog.Submit(later);

        AssertFound([.. items.Take(50), .. later]);
    }

    [Fact]
    public void It_spares_reading_the_hashes_of_the_groups_in_it()
    {
        var items = Distinct(1, Enough);
        _catalog.Submit(items);
        _catalog.Tamper("UPDATE content SET hash = zeroblob(32)");

        AssertFound(items.Take(20));
    }

    [Fact]
    public void A_damaged_or_missing_one_costs_time_alone()
    {
        var items = Distinct(1, Enough);
        _catalog.Submit(items);
        var bytes = File.ReadAllBytes(Snapshot);
        bytes[5000] ^= 1;
        File.WriteAllBytes(Snapshot, bytes);
        AssertFound(items.Take(20));

        File.Delete(Snapshot);
        AssertFound(items.Skip(20).Take(20));
    }

    [Fact]
    public void That_of_another_catalogue_or_another_past_is_not_believed()
    {
        var items = Distinct(1, Enough);
        _catalog.Submit(items.Take(100));
        File.Copy(_catalog.Path, _catalog.Path + ".before");
        _catalog.Submit(items);
        var snapshot = File.ReadAllBytes(Snapshot);

        // The file as it was before, gone another way since, to the same number of decisions.
        File.Move(_catalog.Path + ".before", _catalog.Path, overwrite: true);
        var others = Distinct(2, Enough).ConvertAll(item => item with { Place = "q" + item.Place });
        _catalog.Submit(others.Take(Enough - 100));
        File.WriteAllBytes(Snapshot, snapshot);

        var decision = _catalog.Submit([TemporaryCatalog.Item("r", DrawnHash.At(items[5000].Content.Forms.Pdq.Hash, 3), -900)])[0];
        Assert.Equal(Verdict.FirstGeneration, decision.Verdict);
        AssertFound(others.Take(20));
    }

    [Fact]
    public void Contents_that_gained_a_form_are_in_the_same_groups_with_it_and_without()
    {
        Random random = new(3);
        var items = Distinct(1, Enough);
        var framed = items.Take(30).Select(item => item with
        {
            Content = item.Content with
            {
                Forms = new HashForms(item.Content.Forms.Pdq, new DihedralHashes([.. Enumerable.Repeat(item.Content.Forms.Pdq.Hash, 8)]),
                    new TrimmedHash(BorderKind.Letterbox, new PdqResult(DrawnHash.Of(random), 100), null)),
            },
        }).ToList();
        _catalog.Submit(items.Select(ClaimTests.Claimed));
        var stale = File.ReadAllBytes(Snapshot);
        _catalog.Submit(framed);
        var probes = framed.Select((item, i) =>
            TemporaryCatalog.Item($"probe {i}", DrawnHash.At(item.Content.Forms.Trimmed!.Pdq.Hash, 4), -100 - i)).ToList();

        var written = Decide(probes);
        File.WriteAllBytes(Snapshot, stale);
        var passedOver = Decide(probes);
        File.Delete(Snapshot);
        var rebuilt = Decide(probes);

        Assert.All(written, decision => Assert.Equal((Verdict.Repeat, 4), (decision.Verdict, decision.FirstGeneration!.Distance)));
        Assert.Equal(written.Select(DecisionTests.Text), rebuilt.Select(DecisionTests.Text));
        Assert.Equal(written.Select(DecisionTests.Text), passedOver.Select(DecisionTests.Text));
    }

    /// <summary>Decides and keeps nothing.</summary>
    List<Decision> Decide(IEnumerable<CatalogItem> items)
    {
        using var writer = _catalog.Open();
        return [.. items.Select(writer.Submit)];
    }

    void AssertFound(IEnumerable<CatalogItem> items)
    {
        CatalogItem[] all = [.. items];
        var copies = all.Select(item =>
            TemporaryCatalog.Item("copy of " + item.Place, DrawnHash.At(item.Content.Forms.Pdq.Hash, 7), --_copies)).ToList();
        foreach (var (item, decision) in all.Zip(_catalog.Submit(copies)))
        {
            Assert.Equal((Verdict.Repeat, item.Path, 7), (decision.Verdict, decision.FirstGeneration!.Path, decision.FirstGeneration.Distance));
        }
    }

    static List<CatalogItem> Distinct(int seed, int count)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(i => TemporaryCatalog.Item($"p/{i:000000}", DrawnHash.Of(random), (seed << 20) + i))];
    }
}
