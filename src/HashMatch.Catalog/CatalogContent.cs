using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Catalog;

/// <summary>A picture's bytes and what was made of them, wherever it lies.</summary>
public sealed record CatalogContent
{
    /// <summary>The length of the bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Digests of the bytes, <see cref="DigestKind.XxHash128"/> always among them; at most one of a kind.</summary>
    public required IReadOnlyList<ContentDigest> Digests { get; init; }

    /// <summary>What it is looked for by: its hash, quality and those of its altered forms.</summary>
    public required HashForms Forms { get; init; }

    /// <summary>Pixels in a row, after orientation; null if it is not known.</summary>
    public int? Width { get; init; }

    /// <summary>Rows, after orientation; null if it is not known.</summary>
    public int? Height { get; init; }

    /// <summary>The name of the file format, or null.</summary>
    public string? Format { get; init; }

    /// <summary>Whether the bytes ended before the picture did.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether only a record says all this: the bytes were not read here, with the forms this catalogue asks for.</summary>
    /// <remarks>
    /// A claim is decided by, but tells nothing of a file: once the bytes are read, what was made of them takes its place.
    /// </remarks>
    public bool IsClaimed { get; init; }

    /// <summary>The digest of that kind, or null.</summary>
    public ContentDigest? Find(DigestKind kind) => ContentDigest.Find(Digests, kind);
}
