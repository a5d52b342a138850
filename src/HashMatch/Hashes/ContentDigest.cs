using System.IO.Hashing;
using System.Security.Cryptography;

namespace HashMatch.Hashes;

/// <summary>A digest of a file's bytes: a plain value that equals only digests of the same kind.</summary>
/// <remarks>Text is lower-case hexadecimal when written, either case when read. Thread-safe.</remarks>
public readonly record struct ContentDigest
{
    // Left-aligned in 32 bytes, zero-padded: the kind, part of the value, tells the length.
    readonly Hash256 _bytes;

    ContentDigest(DigestKind kind, ReadOnlySpan<byte> digest)
    {
        Span<byte> padded = stackalloc byte[Hash256.ByteLength];
        padded.Clear();
        digest.CopyTo(padded);
        _bytes = Hash256.FromBytes(padded);
        Kind = kind;
    }

    /// <summary>A digest as <see cref="Padded"/> gave it.</summary>
    internal ContentDigest(DigestKind kind, Hash256 padded)
    {
        _bytes = padded;
        Kind = kind;
    }

    /// <summary>Which digest it is.</summary>
    public DigestKind Kind { get; }

    /// <summary>Its bytes, left-aligned and filled up with zeros: with the kind, all there is to store.</summary>
    internal Hash256 Padded => _bytes;

    /// <summary>The digest of <paramref name="bytes"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown.</exception>
    public static ContentDigest Compute(DigestKind kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[ByteLength(kind)];
        switch (kind)
        {
#pragma warning disable CA5350, CA5351 // Lists in use carry MD5 and SHA-1; they identify files here, they protect nothing.
            case DigestKind.Md5:
                MD5.HashData(bytes, digest);
                break;
            case DigestKind.Sha1:
                SHA1.HashData(bytes, digest);
                break;
#pragma warning restore CA5350, CA5351
            case DigestKind.Sha256:
                SHA256.HashData(bytes, digest);
                break;
            default:
                XxHash128.Hash(bytes, digest);
                break;
        }

        return new ContentDigest(kind, digest);
    }

    /// <summary>Reads exactly the hexadecimal digits of a digest of that kind; false for anything else.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown.</exception>
    public static bool TryParse(DigestKind kind, ReadOnlySpan<char> text, out ContentDigest digest)
    {
        Span<byte> bytes = stackalloc byte[ByteLength(kind)];
        if (text.Length != 2 * bytes.Length ||
            Convert.FromHexString(text, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            digest = default;
            return false;
        }

        digest = new ContentDigest(kind, bytes);
        return true;
    }

    /// <inheritdoc cref="TryParse(DigestKind, ReadOnlySpan{char}, out ContentDigest)"/>
    internal static bool TryParse(DigestKind kind, ReadOnlySpan<byte> utf8Text, out ContentDigest digest)
    {
        Span<byte> bytes = stackalloc byte[ByteLength(kind)];
        var isDigest = utf8Text.Length == 2 * bytes.Length &&
            Convert.FromHexString(utf8Text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        digest = isDigest ? new ContentDigest(kind, bytes) : default;
        return isDigest;
    }

    /// <summary>The digest of that kind among several; null if there is none, the first if there are more.</summary>
    /// <param name="digests">Digests of the same bytes.</param>
    /// <param name="kind">The kind wanted.</param>
    public static ContentDigest? Find(IReadOnlyList<ContentDigest> digests, DigestKind kind)
    {
        ArgumentNullException.ThrowIfNull(digests);
        // By place: an enumerator would be allocated for every item decided.
        for (var i = 0; i < digests.Count; i++)
        {
            if (digests[i].Kind == kind)
            {
                return digests[i];
            }
        }

        return null;
    }

    /// <summary>The digest's length in bytes: 16, 20 or 32.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown.</exception>
    public static int ByteLength(DigestKind kind) => kind switch
    {
        DigestKind.Md5 or DigestKind.XxHash128 => 16,
        DigestKind.Sha1 => 20,
        DigestKind.Sha256 => 32,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown digest kind."),
    };

    /// <summary>The name of a kind in lists and records: <c>md5</c>, <c>sha1</c>, <c>sha256</c>, <c>xxh128</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown.</exception>
    public static string NameOf(DigestKind kind) => kind switch
    {
        DigestKind.Md5 => "md5",
        DigestKind.Sha1 => "sha1",
        DigestKind.Sha256 => "sha256",
        DigestKind.XxHash128 => "xxh128",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown digest kind."),
    };

    /// <summary>Lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> padded = stackalloc byte[Hash256.ByteLength];
        _bytes.CopyTo(padded);
        return Convert.ToHexStringLower(padded[..ByteLength(Kind)]);
    }
}
