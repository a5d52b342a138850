using HashMatch.Catalog;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Imaging;

namespace HashMatch.Hosting.Pipeline;

/// <summary>The contents a catalogue remembers, for the threads that read pictures. Thread-safe.</summary>
/// <remarks>It gives exactly what reading would: what the limits refuse, or forms that were not hashed then, is read again.</remarks>
/// <param name="cache">What the catalogue remembers.</param>
/// <param name="forms">The forms wanted.</param>
/// <param name="options">The limits in force.</param>
sealed class RememberedContents(CatalogCache cache, FormKinds forms, DecodeOptions options)
{
    /// <summary>What was made of these bytes before, wherever they lay; null if they are new.</summary>
    /// <param name="digests">Their digests.</param>
    /// <param name="length">Their length.</param>
    internal CatalogContent? Find(IReadOnlyList<ContentDigest> digests, long length)
    {
        foreach (var digest in digests)
        {
            if (digest.Kind == DigestKind.XxHash128)
            {
                return cache.FindContent(digest, length) is { } content && IsEnough(content) ? content : null;
            }
        }

        return null;
    }

    /// <summary>Completes a picture, of which length and digests are known, by what was made of its bytes before.</summary>
    internal bool TryFind(ref HashedPicture picture)
    {
        if (Find(picture.Digests, picture.ByteLength ?? 0) is not { } content)
        {
            return false;
        }

        picture = picture with
        {
            Forms = content.Forms,
            Width = content.Width,
            Height = content.Height,
            Format = content.Format,
            IsPartial = content.IsPartial,
        };
        return true;
    }

    /// <summary>Whether the limits in force let it be hashed too, and it has all that is wanted.</summary>
    internal bool IsEnough(CatalogContent content) =>
        content.Length <= options.MaxBytes && (long)(content.Width ?? 0) * (content.Height ?? 0) <= options.MaxPixels &&
        (options.Tolerant || !content.IsPartial) && content.Has(forms);
}
