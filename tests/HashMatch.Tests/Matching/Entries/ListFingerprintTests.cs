using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Tests.Matching.Entries;

public class ListFingerprintTests
{
    static readonly Hash256 s_hash = new(1, 2, 3, 4);
    static readonly ContentDigest s_md5 = ContentDigest.Compute(DigestKind.Md5, "a"u8);

    [Fact]
    public void What_stands_in_another_place_is_another_list()
    {
        Assert.True(ContentDigest.TryParse(DigestKind.XxHash128, s_md5.ToString(), out var sameDigits));
        KnownList[] lists =
        [
            // One entry whose labels read like a second one, and two entries.
            Of(new KnownEntry("a", s_hash, [], ["b", s_hash.ToString()])),
            Of(new KnownEntry("a", s_hash, [], []), new KnownEntry("b", s_hash, [], [])),
            // A digest, and a label or a digest of another kind with its digits.
            Of(new KnownEntry("a", s_hash, [s_md5], [])),
            Of(new KnownEntry("a", s_hash, [], [s_md5.ToString()])),
            Of(new KnownEntry("a", s_hash, [sameDigits], [])),
        ];

        Assert.Equal(lists.Length, lists.Select(list => Convert.ToHexString(list.ComputeFingerprint())).Distinct().Count());
    }

    static KnownList Of(params KnownEntry[] entries)
    {
        KnownList list = new("name", ListRole.Known);
        foreach (var entry in entries)
        {
            list.Add(entry);
        }

        return list;
    }
}
