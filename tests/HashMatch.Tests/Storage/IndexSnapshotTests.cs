using System.Runtime.CompilerServices;
using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;
using HashMatch.Storage;
using HashMatch.Tests.Indexes;

namespace HashMatch.Tests.Storage;

[Properties(Arbitrary = [typeof(HashArbitraries)])]
public sealed class IndexSnapshotTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("hashmatch-").FullName;

    string SnapshotPath => Path.Join(_folder, "a.hmi");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Property(MaxTest = 30)]
    public void What_is_saved_is_found_again(Hash256[] codes, Hash256 query, byte radius)
    {
        HashIndex<Hash256> index = new();
        for (var id = 0; id < codes.Length; id++)
        {
            index.Add(codes[id], id % 7);
        }

        IndexSnapshot<Hash256>.Save(index, SnapshotPath, "pdq-1");

        Assert.Equal(Search(index, query, radius), Search(IndexSnapshot<Hash256>.Open(SnapshotPath).Index, query, radius));
    }

    [Fact]
    public void A_large_index_answers_from_the_file_and_goes_on_growing()
    {
        var index = LargeIndex(30_000, out var codes);
        index.Remove(17);
        IndexSnapshot<Hash256>.Save(index, SnapshotPath, "pdq-512", [.. codes.Select((_, id) => $"näme {id}")]);

        foreach (var verify in (ReadOnlySpan<bool>)[true, false])
        {
            var opened = IndexSnapshot<Hash256>.Open(SnapshotPath, verify);
            Assert.Equal("pdq-512", opened.Profile);
            Assert.Equal(("näme 0", "näme 29999", null, null), (opened.NameOf(0), opened.NameOf(29_999), opened.NameOf(30_000), opened.NameOf(-1)));
            Assert.Equal(29_999, opened.Index.Count);
            Assert.Equal(new SnapshotInfo(256, 29_999, "pdq-512", new FileInfo(SnapshotPath).Length), SnapshotInfo.Read(SnapshotPath, verify));
            for (var id = 0; id < codes.Length; id += 997)
            {
                Assert.Equal(Search(index, codes[id], 31), Search(opened.Index, codes[id], 31));
                Assert.Equal(Search(index, codes[id], 130), Search(opened.Index, codes[id], 130));
            }

            Assert.Empty(Search(opened.Index, codes[17], 0));
            opened.Index.Add(codes[17], 50_000);
            Assert.Equal(1, opened.Index.Remove(18));
            Assert.Equal([new SearchHit(50_000, 0)], Search(opened.Index, codes[17], 0));
            Assert.Empty(Search(opened.Index, codes[18], 0));
        }
    }

    [Fact]
    public void The_same_hashes_are_the_same_file_however_they_came()
    {
        var index = LargeIndex(2000, out var codes);
        HashIndex<Hash256> backwards = new(tailCapacity: 300);
        for (var id = codes.Length - 1; id >= 0; id--)
        {
            backwards.Add(codes[id], id);
        }

        IndexSnapshot<Hash256>.Save(index, SnapshotPath, "pdq-1");
        var bytes = File.ReadAllBytes(SnapshotPath);
        IndexSnapshot<Hash256>.Save(backwards, SnapshotPath, "pdq-1");

        Assert.Equal(bytes, File.ReadAllBytes(SnapshotPath));
    }

    [Fact]
    public async Task Saving_while_a_writer_adds_keeps_a_state_that_was()
    {
        HashIndex<Hash256> index = new(tailCapacity: 500);
        using CancellationTokenSource done = new();
        var writer = Task.Run(() =>
        {
            for (var id = 0; !done.IsCancellationRequested && id < 200_000; id++)
            {
                index.Add(new Hash256((ulong)id, (ulong)id, (ulong)id, (ulong)id), id);
            }
        }, TestContext.Current.CancellationToken);

        for (var i = 0; i < 10; i++)
        {
            IndexSnapshot<Hash256>.Save(index, SnapshotPath, "pdq-1");
            var opened = IndexSnapshot<Hash256>.Open(SnapshotPath).Index;

            // Ids were added in order, so a state that was holds all below its count and nothing else.
            Assert.Equal(Enumerable.Range(0, opened.Count), Search(opened, default, 256).Select(hit => hit.Id).Order());
        }

        await done.CancelAsync();
        await writer;
    }

    [Fact]
    public void An_index_nobody_holds_any_more_is_unmapped()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Mappings are counted in /proc.");
        IndexSnapshot<Hash256>.Save(LargeIndex(13_000, out _), SnapshotPath, "pdq-1");
        OpenAndDrop();
        // Finalizers run in no order: the view's handle goes in the first or the second collection.
        for (var i = 0; i < 10 && Mappings() > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(0, Mappings());

        int Mappings() => File.ReadLines("/proc/self/maps").Count(line => line.EndsWith(SnapshotPath, StringComparison.Ordinal));

        [MethodImpl(MethodImplOptions.NoInlining)]
        void OpenAndDrop()
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.Single(Search(IndexSnapshot<Hash256>.Open(SnapshotPath).Index, default, 256).Take(1));
            }

            Assert.True(Mappings() > 0);
        }
    }

    [Fact]
    public async Task Saving_while_hashes_move_to_new_keys_keeps_each_under_one()
    {
        HashIndex<Hash256> index = new(tailCapacity: 200);
        var hash = new Hash256(1, 2, 3, 4);
        index.Add(hash, 0);
        using CancellationTokenSource done = new();
        var writer = Task.Run(() =>
        {
            for (var key = 1; !done.IsCancellationRequested && key < 1_000_000; key++)
            {
                index.Add(hash, key);
                index.Remove(key - 1);
            }
        }, TestContext.Current.CancellationToken);

        for (var i = 0; i < 40; i++)
        {
            IndexSnapshot<Hash256>.Save(index, SnapshotPath, "pdq-1");
            Assert.InRange(Search(IndexSnapshot<Hash256>.Open(SnapshotPath).Index, hash, 0).Count, 1, 2);
        }

        await done.CancelAsync();
        await writer;
    }

    [Fact]
    public void Another_width_is_refused()
    {
        HashIndex<Hash64> index = new();
        index.Add(new Hash64(5), 1);
        IndexSnapshot<Hash64>.Save(index, SnapshotPath, "dhash-1");

        Assert.Equal(1, IndexSnapshot<Hash64>.Open(SnapshotPath).Index.Count);
        Assert.Contains("64 bits", Assert.Throws<SnapshotFormatException>(() => IndexSnapshot<Hash256>.Open(SnapshotPath)).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => IndexSnapshot<Hash256>.Open(Path.Join(_folder, "missing")));
        Assert.Throws<ArgumentException>(() => IndexSnapshot<Hash64>.Save(index, SnapshotPath, new string('x', 65)));
        Assert.Equal(1, IndexSnapshot<Hash64>.Open(SnapshotPath).Index.Count);
    }

    [Fact]
    public void A_damaged_file_opened_without_verifying_can_mislead_but_not_crash()
    {
        var index = LargeIndex(25_000, out var codes);
        IndexSnapshot<Hash256>.Save(index, SnapshotPath, "pdq-1", ["a", "b"]);
        var good = File.ReadAllBytes(SnapshotPath);
        // All but ids, offsets and the ends of names, which are looked at when a file is opened.
        SnapshotSection[] blind = [.. SnapshotFile.Open(SnapshotPath).Header.Sections.Where(section =>
            section.Kind is SnapshotSections.Codes or SnapshotSections.SlotPostings or SnapshotSections.SlotRing)];
        Random random = new(5);
        for (var round = 0; round < 4; round++)
        {
            var bad = (byte[])good.Clone();
            foreach (var section in blind)
            {
                random.NextBytes(bad.AsSpan((int)section.Offset, (int)section.Length / 2));
            }

            File.WriteAllBytes(SnapshotPath, bad);
            Assert.Throws<SnapshotFormatException>(() => IndexSnapshot<Hash256>.Open(SnapshotPath));
            var misled = IndexSnapshot<Hash256>.Open(SnapshotPath, verify: false);
            for (var id = 0; id < codes.Length; id += 100)
            {
                _ = Search(misled.Index, codes[id], 31);
            }
        }

        foreach (var kind in (ReadOnlySpan<uint>)[SnapshotSections.Ids, SnapshotSections.SlotOffsets, SnapshotSections.NameEnds])
        {
            var bad = (byte[])good.Clone();
            var section = SnapshotFile.Open(SnapshotPath).Header.Sections.First(section => section.Kind == kind);
            bad[(int)section.Offset + 3] = 0x7F;
            File.WriteAllBytes(SnapshotPath, bad);
            Assert.Throws<SnapshotFormatException>(() => IndexSnapshot<Hash256>.Open(SnapshotPath, verify: false));
        }
    }

    [Fact]
    public void Slot_tables_of_no_row_are_an_index_that_can_grow()
    {
        var none = SlotTables<Hash256>.Allocate(0, SlotMasks.OfBits(1));
        using (SnapshotWriter writer = new(SnapshotPath, 5))
        {
            writer.Write(SnapshotSections.Codes, none.Words);
            writer.Write(SnapshotSections.Ids, none.Ids);
            writer.Write(SnapshotSections.SlotOffsets, none.Offsets);
            writer.Write(SnapshotSections.SlotPostings, none.Postings);
            writer.Write(SnapshotSections.SlotRing, none.Ring);
            writer.Complete(Hash256.BitCount, 0, "pdq-1");
        }

        var index = IndexSnapshot<Hash256>.Open(SnapshotPath).Index;
        // A segment without a row cannot be joined: it has no range of ids.
        Assert.Empty(index.Parts.OfType<IndexSegment<Hash256>>());
        index.Add(default, 7);
        Assert.Equal([new SearchHit(7, 0)], Search(index, default, 0));
    }

    static HashIndex<Hash256> LargeIndex(int count, out Hash256[] codes)
    {
        Random random = new(count);
        codes = new Hash256[count];
        var ids = new int[count];
        for (var id = 0; id < count; id++)
        {
            codes[id] = id % 5 == 4
                ? HashArbitraries.Flip(codes[id / 2], id % 256)
                : new Hash256((ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64());
            ids[id] = id;
        }

        HashIndex<Hash256> index = new(tailCapacity: 1000);
        index.AddRange(codes, ids);
        return index;
    }

    static List<SearchHit> Search(HashIndex<Hash256> index, Hash256 query, int radius)
    {
        List<SearchHit> hits = [];
        index.SearchRadius(query, radius, hits);
        return hits;
    }
}
