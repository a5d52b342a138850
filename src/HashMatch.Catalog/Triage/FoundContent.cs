using HashMatch.Catalog.Internals;
using HashMatch.Hashes;

namespace HashMatch.Catalog.Triage;

/// <summary>What was found in the file of a report's item.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="Quality">The hash's quality.</param>
/// <param name="Digests">Its digests.</param>
sealed record FoundContent(Hash256 Hash, int Quality, IReadOnlyList<ContentDigest> Digests)
{
    /// <summary>The columns <see cref="Read"/> expects.</summary>
    internal const string Columns = "content.id, content.hash, content.quality, content.xxh128, content.md5, content.sha1, content.sha256";

    static readonly DigestKind[] s_kinds = [DigestKind.XxHash128, DigestKind.Md5, DigestKind.Sha1, DigestKind.Sha256];

    internal static FoundContent Read(Cells content)
    {
        List<ContentDigest> digests = [];
        for (var i = 0; i < s_kinds.Length; i++)
        {
            if (!content.IsNull(3 + i))
            {
                digests.Add(ContentTable.Digest(s_kinds[i], content, 3 + i));
            }
        }

        return new FoundContent(Hash256.FromBytes(content.Bytes(1, Hash256.ByteLength)), content.Int(2, 0, 100), digests);
    }
}
