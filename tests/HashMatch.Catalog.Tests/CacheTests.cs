using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Catalog.Tests;

public sealed class CacheTests : IDisposable
{
    readonly TemporaryCatalog _catalog = new();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void A_place_is_known_by_its_stamp_until_something_else_lies_there()
    {
        Random random = new(1);
        var first = TemporaryCatalog.Item("a", DrawnHash.Of(random), 1);
        var second = TemporaryCatalog.Item("a", DrawnHash.Of(random), 2);
        var stamp = first.Stamp!.Value;
        _catalog.Submit([first]);
        using (var writer = _catalog.Open())
        {
            Assert.Equal(first.Content.Forms.Pdq, writer.Cache.Find("a", stamp)!.Content.Forms.Pdq);
            Assert.Null(writer.Cache.Find("b", stamp));
            Assert.Null(writer.Cache.Find("a", stamp with { Length = 9 }));
            Assert.Null(writer.Cache.Find("a", stamp with { Modified = stamp.Modified!.Value.AddTicks(1) }));
            Assert.Null(writer.Cache.Find("a", stamp with { Modified = null }));
            Assert.Equal(64, writer.Cache.FindContent(first.Content.Find(DigestKind.XxHash128)!.Value, first.Content.Length)!.Width);
            Assert.Null(writer.Cache.FindContent(first.Content.Find(DigestKind.XxHash128)!.Value, 9));
            writer.Submit(second);
            Assert.NotNull(writer.Cache.Find("a", stamp));
            writer.Commit();
            Assert.Null(writer.Cache.Find("a", stamp));
        }

        _catalog.Submit([first]);
        using var again = _catalog.Open();
        Assert.NotNull(again.Cache.Find("a", stamp));
        Assert.Null(again.Cache.Find("a", second.Stamp!.Value));
    }

    [Fact]
    public void What_was_remembered_before_an_item_was_decided_anew_does_not_make_it_a_repeat_of_itself()
    {
        var hash = DrawnHash.Of(new Random(1));
        var item = TemporaryCatalog.Item("a", hash, 1);
        _catalog.Submit([item], TemporaryCatalog.ListOf("k", ListRole.Known, hash));
        using (var writer = _catalog.Open())
        {
            var remembered = item with { Remembered = writer.Cache.Find("a", item.Stamp!.Value) };
            Assert.NotNull(remembered.Remembered);

            Assert.Equal(Verdict.FirstGeneration, writer.Submit(remembered).Verdict);
            Assert.Equal(Verdict.FirstGeneration, writer.Submit(remembered).Verdict);
            writer.Submit(TemporaryCatalog.Item("a", DrawnHash.Of(new Random(2)), 2));
            writer.Submit(remembered);
            writer.Complete();
        }

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal(item.Content.Length, Assert.Single(reader.ReadItems()).Content.Length);
        Assert.Equal((2, 2), (reader.Verify().Items, reader.ReadInfo().Groups));
    }

    [Fact]
    public void Digests_that_a_new_list_needs_are_added_to_what_is_known()
    {
        var item = TemporaryCatalog.Item("a", DrawnHash.Of(new Random(1)), 1);
        _catalog.Submit([item]);
        var sha = ContentDigest.Compute(DigestKind.Sha256, [1]);

        _catalog.Submit([item with { Content = item.Content with { Digests = [.. item.Content.Digests, sha] } }]);

        using var reader = CatalogReader.Open(_catalog.Path);
        Assert.Equal(sha, Assert.Single(reader.ReadItems()).Content.Find(DigestKind.Sha256));
    }

    [Fact]
    public void A_file_that_has_just_changed_has_no_time_to_rely_on()
    {
        var path = Path.GetTempFileName();
        TestClock clock = new() { Now = File.GetLastWriteTimeUtc(path).AddSeconds(2) };
        Assert.Null(FileStamp.Of(path, clock)!.Value.Modified);
        clock.Now = clock.Now.AddTicks(1);
        var stamp = FileStamp.Of(path, clock)!.Value;
        Assert.True(stamp.IsUnchangedFrom(FileStamp.Of(path, clock)!.Value));
        File.Delete(path);
        Assert.Null(FileStamp.Of(path, clock));
    }
}
