using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Matching;
using HashMatch.Tests.Indexes;

namespace HashMatch.Tests.Matching.Entries;

/// <summary>A list, in memory and from a file, against the plain filter over its entries.</summary>
[Properties(Arbitrary = [typeof(HashArbitraries), typeof(ListArbitraries)])]
public sealed class KnownListProperties : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("hashmatch-").FullName;

    string SnapshotPath => Path.Join(_folder, "a.hml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Property]
    public void A_list_says_what_was_added(KnownEntry[] entries, Hash256 query, byte radius) =>
        Check(entries, Fill(entries), query, radius);

    [Property(MaxTest = 60)]
    public void A_list_from_a_file_says_the_same(KnownEntry[] entries, Hash256 query, byte radius)
    {
        var list = Fill(entries);
        KnownListSnapshot.Save(list, SnapshotPath, [1, 2, 3]);
        foreach (var verify in (ReadOnlySpan<bool>)[true, false])
        {
            var opened = KnownListSnapshot.Open(SnapshotPath, verify);

            Assert.Equal([1, 2, 3], opened.Origin.ToArray());
            ListAnswers.AssertSame(list, opened.List);
            Check(entries, opened.List, query, radius);
            foreach (var entry in entries)
            {
                ContentDigest[] digests = [.. entry.Digests];
                Assert.Equal(ListAnswers.Decide(list, entry.Pdq ?? query, digests), ListAnswers.Decide(opened.List, entry.Pdq ?? query, digests));
            }
        }
    }

    [Property(MaxTest = 40)]
    public void A_list_from_a_file_goes_on_growing_and_makes_the_file_of_one_that_was_filled_at_once(KnownEntry[] first, KnownEntry[] then, Hash256 query, byte radius)
    {
        KnownListSnapshot.Save(Fill(first), SnapshotPath);
        var list = KnownListSnapshot.Open(SnapshotPath).List;
        foreach (var entry in then)
        {
            list.Add(entry);
        }

        KnownEntry[] all = [.. first, .. then];
        Check(all, list, query, radius);
        Assert.Equal(Fill(all).ComputeFingerprint(), list.ComputeFingerprint());
        KnownListSnapshot.Save(list, SnapshotPath);
        var grown = File.ReadAllBytes(SnapshotPath);
        KnownListSnapshot.Save(Fill(all), SnapshotPath);
        Assert.Equal(grown, File.ReadAllBytes(SnapshotPath));
    }

    static KnownList Fill(KnownEntry[] entries)
    {
        KnownList list = new("demo", ListRole.Ignore, "7", radius: 20, profile: "pdq-1");
        foreach (var entry in entries)
        {
            list.Add(entry);
        }

        return list;
    }

    static void Check(KnownEntry[] entries, KnownList list, Hash256 query, int radius)
    {
        Assert.Equal(entries.Select(ListAnswers.Of), list.Entries.Select(ListAnswers.Of));
        Assert.Equal(entries.Select(ListAnswers.Of), Enumerable.Range(0, entries.Length).Select(i => ListAnswers.Of(list.Entries[i])));
        Assert.Throws<ArgumentOutOfRangeException>(() => list.Entries[entries.Length]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list.Entries[-1]);
        Assert.Equal(entries.Count(entry => entry.Pdq is not null), list.HashCount);
        Assert.Equal(entries.SelectMany(entry => entry.Digests).Select(digest => digest.Kind).Distinct().Order(), list.DigestKinds.Order());
        foreach (var digest in ListArbitraries.Digests)
        {
            Assert.Equal(entries.SelectMany((entry, i) => entry.Digests.Where(held => held == digest).Select(_ => i)), ListAnswers.FindDigest(list, digest));
        }

        Assert.Equal(entries.Select((entry, i) => (entry, i)).Where(pair => pair.entry.Pdq is { } pdq && pdq.DistanceTo(query) <= radius)
            .Select(pair => new SearchHit(pair.i, pair.entry.Pdq!.Value.DistanceTo(query))).Order(), ListAnswers.SearchRadius(list, query, radius).Order());
    }
}
