using FsCheck.Xunit;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Catalog.Tests;

/// <summary>What records say of files nobody read here, and what becomes of it when somebody does.</summary>
public sealed class ClaimTests : IDisposable
{
    readonly TemporaryCatalog _catalog = new();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void A_claim_tells_nothing_of_a_file_until_the_file_is_read()
    {
        var item = TemporaryCatalog.Item("a", DrawnHash.Of(new Random(1)), 1);
        var digest = item.Content.Find(DigestKind.XxHash128)!.Value;
        _catalog.Submit([Claimed(item)]);
        using (var writer = _catalog.Open())
        {
            Assert.Null(writer.Cache.FindContent(digest, item.Content.Length));
            Assert.Null(writer.Cache.Find("a", item.Stamp!.Value));
        }

        _catalog.Submit([item]);

        using var again = _catalog.Open();
        Assert.NotNull(again.Cache.FindContent(digest, item.Content.Length));
        Assert.NotNull(again.Cache.Find("a", item.Stamp!.Value));
        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal((1, 1, 1), (reader.Verify().Items, reader.ReadInfo().Contents, reader.ReadInfo().Decisions));
    }

    [Property(MaxTest = 20)]
    public void A_wrong_record_before_or_after_the_file_leaves_its_copies_the_same(int seed)
    {
        Random random = new(seed);
        var (real, wrong) = (DrawnHash.Of(random), DrawnHash.Of(random));
        var file = TemporaryCatalog.Item("p/file", real, 1);
        var place = random.Next(2) == 0 ? "p/file" : "p/other";
        var record = Claimed(TemporaryCatalog.Item(place, wrong, 1));
        CatalogItem[] probes = [TemporaryCatalog.Item("x", DrawnHash.At(real, 5), 2), TemporaryCatalog.Item("y", DrawnHash.At(wrong, 5), 3)];
        foreach (var order in (CatalogItem[][])[[record, file], [file, record], [record, file, record], [record, record, file]])
        {
            using TemporaryCatalog catalog = new();
            foreach (var item in order)
            {
                catalog.Submit([item]);
            }

            Assert.Equal([Verdict.Repeat, Verdict.FirstGeneration], catalog.Submit(probes).Select(decision => decision.Verdict));
        }
    }

    [Fact]
    public void An_item_that_a_wrong_record_made_a_repeat_is_decided_anew_when_its_file_is_read()
    {
        Random random = new(3);
        var (first, real) = (DrawnHash.Of(random), DrawnHash.Of(random));
        _catalog.Submit([TemporaryCatalog.Item("first", first, 1)]);
        Assert.Equal(Verdict.Repeat, _catalog.Submit([Claimed(TemporaryCatalog.Item("a", first, 2))])[0].Verdict);

        var read = TemporaryCatalog.Item("a", real, 2);

        Assert.Equal(Verdict.FirstGeneration, _catalog.Submit([read])[0].Verdict);
        Assert.Equal(Verdict.FirstGeneration, _catalog.Submit([read])[0].Verdict);
        Assert.Equal("a", _catalog.Submit([TemporaryCatalog.Item("b", DrawnHash.At(real, 3), 3)])[0].FirstGeneration!.Path);
        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal((3, 4), (reader.Verify().Items, reader.ReadInfo().Decisions));
    }

    [Fact]
    public void Files_read_after_their_records_end_in_the_groups_of_files_alone()
    {
        Random random = new(4);
        var (first, turned) = (DrawnHash.Of(random), DrawnHash.Of(random));
        CatalogItem[] files = [Turned(TemporaryCatalog.Item("a", first, 1), turned), Turned(TemporaryCatalog.Item("b", turned, 2), first)];
        var records = files.Select(file => Claimed(file with { Content = file.Content with { Forms = new HashForms(file.Content.Forms.Pdq) } }));
        Assert.Equal([Verdict.FirstGeneration, Verdict.FirstGeneration], _catalog.Submit(records).Select(decision => decision.Verdict));

        // The second is the first, turned: that the record could not tell.
        Assert.Equal([Verdict.FirstGeneration, Verdict.Repeat], _catalog.Submit(files).Select(decision => decision.Verdict));
        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal(1, reader.Verify().Groups);
    }

    [Fact]
    public void A_claimed_digest_gives_way_to_one_that_was_read()
    {
        var item = TemporaryCatalog.Item("a", DrawnHash.Of(new Random(5)), 1);
        var (wrong, right) = (ContentDigest.Compute(DigestKind.Md5, [1]), ContentDigest.Compute(DigestKind.Md5, [2]));
        CatalogItem With(ContentDigest md5) => item with { Content = item.Content with { Digests = [md5, .. item.Content.Digests] } };
        foreach (var order in (CatalogItem[][])[[Claimed(With(wrong)), With(right)], [With(right), Claimed(With(wrong))], [Claimed(With(wrong)), item, With(right)]])
        {
            using TemporaryCatalog catalog = new();
            catalog.Submit(order);
            using var reader = CatalogReader.Open(catalog.Path);
            Assert.Equal(right, Assert.Single(reader.ReadItems()).Content.Find(DigestKind.Md5));
        }
    }

    [Fact]
    public void What_no_catalogue_holds_is_refused_and_leaves_it_usable()
    {
        var item = TemporaryCatalog.Item("a", DrawnHash.Of(new Random(6)), 1);
        using var writer = _catalog.Open();

        Assert.Throws<ArgumentException>(() => writer.Submit(item with { Content = item.Content with { Digests = [] } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Submit(item with { Content = item.Content with { Length = -1 } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Submit(item with { Content = item.Content with { Width = -1 } }));
        Assert.Throws<ArgumentException>(() => writer.Submit(item with { Source = "" }));
        Assert.ThrowsAny<ArgumentException>(() => writer.Submit(item with { Metadata = new Dictionary<string, string> { ["a"] = "\ud800" } }));
        Assert.Throws<ArgumentException>(() => writer.Submit(item with { Place = "report://system/1#2" }));
        Assert.Equal(Verdict.FirstGeneration, writer.Submit(item).Verdict);
    }

    internal static CatalogItem Claimed(CatalogItem item) => item with { Content = item.Content with { IsClaimed = true }, Stamp = null };

    static CatalogItem Turned(CatalogItem item, Hash256 hash)
    {
        var forms = item.Content.Forms;
        DihedralHashes turned = new([forms.Pdq.Hash, .. Enumerable.Repeat(hash, 7)]);
        return item with { Content = item.Content with { Forms = new HashForms(forms.Pdq, turned) } };
    }
}
