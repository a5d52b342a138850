using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Matching;
using HashMatch.Storage;
using HashMatch.Tests.Matching.Entries;

namespace HashMatch.Tests.Matching;

public sealed class KnownListSnapshotTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("hashmatch-").FullName;

    string SnapshotPath => Path.Join(_folder, "a.hml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_large_list_answers_from_the_file_as_from_memory()
    {
        var list = LargeList(20_000);
        KnownListSnapshot.Save(list, SnapshotPath);

        var opened = KnownListSnapshot.Open(SnapshotPath).List;

        ListAnswers.AssertSame(list, opened);
        Assert.InRange(opened.AllocatedBytes, 1, list.AllocatedBytes);
        for (var i = 0; i < list.Entries.Count; i += 211)
        {
            var entry = list.Entries[i];
            Assert.Equal(ListAnswers.FindDigest(list, entry.Digests[0]), ListAnswers.FindDigest(opened, entry.Digests[0]));
            Assert.Contains(i, ListAnswers.FindDigest(opened, entry.Digests[0]));
            Assert.Equal(ListAnswers.SearchRadius(list, entry.Pdq!.Value, 31), ListAnswers.SearchRadius(opened, entry.Pdq.Value, 31));
            Assert.Equal(ListAnswers.Decide(list, entry.Pdq.Value, entry.Digests[0]), ListAnswers.Decide(opened, entry.Pdq.Value, entry.Digests[0]));
        }
    }

    [Fact]
    public void A_digest_is_found_while_a_list_is_filled()
    {
        KnownList list = new("demo", ListRole.Known);
        for (var i = 0; i < 2000; i++)
        {
            var digest = Digest(i % 700);
            list.Add(new KnownEntry($"{i}", null, [digest], []));

            Assert.Equal(Enumerable.Range(0, (i / 700) + 1).Select(round => (700 * round) + (i % 700)), ListAnswers.FindDigest(list, digest));
            Assert.Empty(ListAnswers.FindDigest(list, Digest(5000)));
        }
    }

    [Fact]
    public void Any_number_of_threads_may_be_the_first_to_look_up()
    {
        for (var round = 0; round < 20; round++)
        {
            KnownList list = new("demo", ListRole.Known);
            for (var i = 0; i < 3000; i++)
            {
                list.Add(new KnownEntry($"{i}", null, [Digest(i)], []));
            }

            Parallel.For(0, 8, thread => Assert.Equal([thread * 300], ListAnswers.FindDigest(list, Digest(thread * 300))));
        }
    }

    [Fact]
    public void A_file_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are Unix's.");
        KnownListSnapshot.Save(LargeList(3), SnapshotPath);

        // The analyzer does not know what skipping does.
        Assert.True(!OperatingSystem.IsWindows() && File.GetUnixFileMode(SnapshotPath) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void A_flipped_bit_is_noticed_wherever_anything_is_stored_and_leads_nowhere_unverified()
    {
        var list = LargeList(12);
        KnownListSnapshot.Save(list, SnapshotPath, "from a file"u8);
        var good = File.ReadAllBytes(SnapshotPath);
        var sections = SnapshotFile.Open(SnapshotPath).Header.Sections;
        var refused = 0;
        for (var i = 0; i < good.Length; i++)
        {
            var inHeader = i < SnapshotHeader.LengthOf(sections.Count);
            if (!inHeader && !sections.Any(section => i >= section.Offset && i < section.Offset + section.Length))
            {
                continue;
            }

            var bad = (byte[])good.Clone();
            bad[i] ^= (byte)(1 << (i % 8));
            File.WriteAllBytes(SnapshotPath, bad);
            Assert.Throws<SnapshotFormatException>(() => KnownListSnapshot.Open(SnapshotPath));
            try
            {
                var misled = KnownListSnapshot.Open(SnapshotPath, verify: false).List;
                Assert.Equal(12, misled.Entries.Select(ListAnswers.Of).Count());
                _ = ListAnswers.Decide(misled, list.Entries[3].Pdq!.Value, [.. list.Entries[5].Digests]);
            }
            catch (SnapshotFormatException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 100, good.Length);
    }

    [Fact]
    public void A_cut_file_is_refused_at_once()
    {
        KnownListSnapshot.Save(LargeList(12), SnapshotPath);
        var good = File.ReadAllBytes(SnapshotPath);
        foreach (var length in Enumerable.Range(0, 40).Select(part => good.Length * part / 40).Append(good.Length - 1))
        {
            File.WriteAllBytes(SnapshotPath, good[..length]);

            Assert.Throws<SnapshotFormatException>(() => KnownListSnapshot.Open(SnapshotPath, verify: false));
        }
    }

    [Fact]
    public void Another_kind_of_file_and_another_version_are_named_as_such()
    {
        IndexSnapshot<Hash256>.Save(new HashIndex<Hash256>(), SnapshotPath, "pdq-1");
        Assert.Contains("not the snapshot of a list", Assert.Throws<SnapshotFormatException>(() => KnownListSnapshot.Open(SnapshotPath)).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => KnownListSnapshot.Open(Path.Join(_folder, "none")));

        KnownListSnapshot.Save(LargeList(3), SnapshotPath);
        var bytes = File.ReadAllBytes(SnapshotPath);
        bytes[(int)SnapshotFile.Open(SnapshotPath).Header.Sections.First(section => section.Kind == SnapshotSections.ListInfo).Offset] = 9;
        File.WriteAllBytes(SnapshotPath, bytes);
        Assert.Contains("version 9", Assert.Throws<SnapshotFormatException>(() => KnownListSnapshot.Open(SnapshotPath, verify: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_no_text_cannot_be_kept_and_leaves_the_older_file()
    {
        KnownListSnapshot.Save(LargeList(3), SnapshotPath);

        Assert.ThrowsAny<ArgumentException>(() => KnownListSnapshot.Save(new KnownList("\ud800", ListRole.Known), SnapshotPath));

        Assert.Equal(3, KnownListSnapshot.Open(SnapshotPath).List.Entries.Count);
        Assert.Equal([SnapshotPath], Directory.GetFiles(_folder));
    }

    static KnownList LargeList(int count)
    {
        Random random = new(count);
        KnownList list = new("demo", ListRole.Known, "3");
        for (var i = 0; i < count; i++)
        {
            Hash256 hash = new((ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64());
            list.Add(new KnownEntry($"näme {i}", hash, [Digest(i % (count - 2))], i % 3 == 0 ? [] : ["A", $"{i % 7}"]));
        }

        return list;
    }

    static ContentDigest Digest(int number) => ContentDigest.Compute(DigestKind.Sha256, BitConverter.GetBytes(number));
}
