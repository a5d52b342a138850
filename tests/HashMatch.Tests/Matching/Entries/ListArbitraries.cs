using FsCheck;
using FsCheck.Fluent;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Tests.Indexes;

namespace HashMatch.Tests.Matching.Entries;

/// <summary>Lists as they can be: none, one, two, many entries; any text for an id; few digests and labels, so that they meet again.</summary>
static class ListArbitraries
{
    static readonly string[] s_ids = ["", "1", "42", "k-07", "näme", "照片 7", "\U0001F600", "a\0b", "\ud800", "a\nb", new string('x', 300)];

    static readonly string[][] s_labels = [[], [], ["A"], ["B"], ["A", "B"], ["B", "A"], ["A", "A"], ["A;B"], [""], ["", ""], ["étiquette", "\udc00"]];

    /// <summary>Few digests, alike in their first bytes or in all but the kind.</summary>
    internal static ContentDigest[] Digests { get; } =
    [
        Digest(DigestKind.Md5, 1, 0), Digest(DigestKind.Md5, 1, 1), Digest(DigestKind.Md5, 2, 0), Digest(DigestKind.XxHash128, 1, 0),
        Digest(DigestKind.Sha1, 1, 0), Digest(DigestKind.Sha1, 0, 0), Digest(DigestKind.Sha256, 1, 0), Digest(DigestKind.Sha256, 255, 255),
    ];

    public static Arbitrary<KnownEntry[]> Entries() => Arb.From(
        from count in Gen.OneOf(Gen.Constant(0), Gen.Constant(1), Gen.Constant(2), Gen.Choose(3, 60))
        from entries in Gen.ArrayOf(Entry, count)
        select entries);

    static Gen<KnownEntry> Entry =>
        from id in Gen.Elements(s_ids)
        from hash in HashArbitraries.Hash().Generator
        from hasHash in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from count in Gen.Choose(0, 3)
        from digests in Gen.ArrayOf(Gen.Elements(Digests), count)
        from labels in Gen.Elements(s_labels)
        select new KnownEntry(id, hasHash ? hash : null, digests, labels);

    static ContentDigest Digest(DigestKind kind, byte first, byte last)
    {
        var bytes = new byte[ContentDigest.ByteLength(kind)];
        (bytes[0], bytes[^1]) = (first, last);
        return ContentDigest.TryParse(kind, Convert.ToHexString(bytes), out var digest) ? digest : throw new InvalidOperationException();
    }
}
