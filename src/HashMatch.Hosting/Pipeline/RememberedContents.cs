using HashMatch.Catalog;
using HashMatch.Hashes;
using HashMatch.Imaging;

namespace HashMatch.Hosting.Pipeline;

/// <summary>The contents a catalogue remembers, for the threads that read pictures. Thread-safe.</summary>
/// <remarks>It gives exactly what reading would: what the limits refuse is read again.</remarks>
/// <param name="cache">What the catalogue remembers.</param>
/// <param name="options">The limits in force.</param>
sealed class RememberedContents(CatalogCache cache, DecodeOptions options)
{
    /// <summary>What was made of these bytes before, wherever they lay; null if they are new.</summary>
    /// <param name="digests">Their digests.</param>
    /// <param name="length">Their length.</param>
    internal CatalogContent? Find(IReadOnlyList<ContentDigest> digests, long length) =>
        ContentDigest.Find(digests, DigestKind.XxHash128) is { } digest && cache.FindContent(digest, length) is { } content && IsEnough(content)
            ? content
            : null;

    /// <summary>Completes a picture, of which length and digests are known, by what was made of its bytes before.</summary>
    internal bool TryFind(ref HashedPicture picture)
    {
        if (Find(picture.Digests, picture.ByteLength ?? 0) is not { } content)
        {
            return false;
        }

        // A catalogue may know more digests than were asked for.
        picture = HashedPicture.Of(content) with { Digests = picture.Digests };
        return true;
    }

    /// <summary>Whether the limits in force let it be hashed too.</summary>
    internal bool IsEnough(CatalogContent content) =>
        content is { Width: { } width, Height: { } height } && (long)width * height <= options.MaxPixels &&
        content.Length <= options.MaxBytes && (options.Tolerant || !content.IsPartial);
}
