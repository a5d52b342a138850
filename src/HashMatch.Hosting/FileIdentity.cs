using HashMatch.Hashes;

namespace HashMatch.Hosting;

/// <summary>What tells a file's bytes apart from others, where the bytes themselves are not submitted.</summary>
/// <param name="ByteLength">The length of the bytes.</param>
/// <param name="Digests">
/// Digests of the bytes: <see cref="DigestKind.XxHash128"/> recognises exact repeats, the others exact matches with lists
/// that carry them.
/// </param>
public sealed record FileIdentity(long ByteLength, IReadOnlyList<ContentDigest> Digests)
{
    /// <summary>That of bytes at hand.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="kinds">The digests wanted; <see cref="DigestKind.XxHash128"/> is always made.</param>
    public static FileIdentity Of(ReadOnlySpan<byte> bytes, params ReadOnlySpan<DigestKind> kinds)
    {
        List<ContentDigest> digests = [ContentDigest.Compute(DigestKind.XxHash128, bytes)];
        foreach (var kind in kinds)
        {
            if (kind != DigestKind.XxHash128)
            {
                digests.Add(ContentDigest.Compute(kind, bytes));
            }
        }

        return new FileIdentity(bytes.Length, digests);
    }

    /// <summary>The length alone: digests never appear in logs or messages.</summary>
    public override string ToString() => $"{ByteLength} bytes";
}
