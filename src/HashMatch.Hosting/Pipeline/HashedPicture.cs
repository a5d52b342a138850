using HashMatch.Catalog;
using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Imaging;

namespace HashMatch.Hosting.Pipeline;

/// <summary>All that was made of one picture: its hashes, or why it has none.</summary>
readonly record struct HashedPicture()
{
    /// <summary>Why there is no hash; null when there is one.</summary>
    internal ImageError? Error { get; init; }

    /// <summary>The hashes it is looked for by; null when there is an error.</summary>
    internal HashForms? Forms { get; init; }

    /// <summary>The length of its file; null when there is none or it could not be read.</summary>
    internal long? ByteLength { get; init; }

    /// <summary>The digests of its file that were asked for.</summary>
    internal IReadOnlyList<ContentDigest> Digests { get; init; } = [];

    /// <summary>The format's name in records; null when it is not known.</summary>
    internal string? Format { get; init; }

    /// <summary>Pixels in a row, after orientation.</summary>
    internal int? Width { get; init; }

    /// <summary>Rows, after orientation.</summary>
    internal int? Height { get; init; }

    /// <summary>Whether the file ended before the picture did.</summary>
    internal bool IsPartial { get; init; }

    /// <summary>Its regions, when asked for.</summary>
    internal RegionSet? Regions { get; init; }

    /// <summary>What was made of bytes that a catalogue knows.</summary>
    internal static HashedPicture Of(CatalogContent content) => new()
    {
        ByteLength = content.Length,
        Digests = content.Digests,
        Forms = content.Forms,
        Format = content.Format,
        Width = content.Width,
        Height = content.Height,
        IsPartial = content.IsPartial,
    };

    /// <summary>The same for a catalogue; only a file that was hashed has what it asks for.</summary>
    /// <param name="isClaimed">Whether only a record says all this.</param>
    internal CatalogContent ToContent(bool isClaimed) => new()
    {
        Length = ByteLength!.Value,
        Digests = Digests,
        Forms = Forms!,
        Format = Format,
        Width = Width,
        Height = Height,
        IsPartial = IsPartial,
        IsClaimed = isClaimed,
    };
}
