namespace HashMatch.Hashes;

/// <summary>The digests by which equal bytes are recognised.</summary>
public enum DigestKind
{
    /// <summary>MD5, 16 bytes: what older lists carry. It says "the same file" among files nobody forged.</summary>
    Md5,

    /// <summary>SHA-1, 20 bytes.</summary>
    Sha1,

    /// <summary>SHA-256, 32 bytes.</summary>
    Sha256,

    /// <summary>XXH128, 16 bytes: not cryptographic, the fastest; used with the byte length within a run.</summary>
    XxHash128,
}
