using HashMatch.Catalog;
using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Imaging;

namespace HashMatch.Cli.Pipeline;

/// <summary>All that is known of one input: its hash, or why it has none.</summary>
sealed record HashedFile(string Path)
{
    /// <summary>Why there is no hash; null when there is one.</summary>
    internal ImageError? Error { get; init; }

    /// <summary>That reason's name in records.</summary>
    internal string? ErrorCode => Error is { } error ? WireNames.Of(error.Code) : null;

    /// <summary>The hash and its quality; null when there is an error.</summary>
    internal PdqResult? Pdq { get; init; }

    /// <summary>The eight dihedral hashes, when asked for.</summary>
    internal DihedralHashes? Dihedral { get; init; }

    /// <summary>The hashes of other algorithms that were asked for, in the order of their kinds.</summary>
    internal IReadOnlyList<AlgorithmHash> Hashes { get; init; } = [];

    /// <summary>The hash of the picture without its border, if it has one that was looked for.</summary>
    internal TrimmedHash? Trimmed { get; init; }

    /// <summary>The hash of the picture without any plain margin, if that is another and was looked for.</summary>
    internal TrimmedHash? Content { get; init; }

    /// <summary>Its regions, when asked for; earlier records have none.</summary>
    internal RegionSet? Regions { get; init; }

    /// <summary>All it is looked for by; null when there is an error.</summary>
    internal HashForms? Forms => Pdq is { } pdq ? new HashForms(pdq, Dihedral, Trimmed, Content) : null;

    /// <summary>The profile of the hash.</summary>
    internal string? Profile { get; init; }

    /// <summary>The file's length; null when it could not be read.</summary>
    internal long? ByteLength { get; init; }

    /// <summary>The digests that were asked for, XXH128 always among them when the file could be read.</summary>
    internal IReadOnlyList<ContentDigest> Digests { get; init; } = [];

    /// <summary>The format's name in records.</summary>
    internal string? Format { get; init; }

    /// <summary>Pixels in a row, after orientation.</summary>
    internal int? Width { get; init; }

    /// <summary>Rows, after orientation.</summary>
    internal int? Height { get; init; }

    /// <summary>The one name of the place it lies at, see <see cref="Inputs.RealPaths"/>.</summary>
    internal string Place { get; init; } = Path;

    /// <summary>What the file looked like before it was read, where a catalogue asks for that.</summary>
    internal FileStamp? Stamp { get; init; }

    /// <summary>What a catalogue remembers of it, if it has not changed since.</summary>
    internal RememberedItem? Remembered { get; init; }

    /// <summary>Whether an earlier record says all this, and no file was read for it.</summary>
    internal bool IsRecord { get; init; }

    /// <summary>Whether the file ended before the picture did.</summary>
    internal bool IsPartial { get; init; }

    /// <summary>What was made of bytes a catalogue knows, as part of the record of a file that holds them.</summary>
    internal HashedFile With(CatalogContent content, HashProfile profile) => this with
    {
        ByteLength = content.Length,
        Digests = content.Digests,
        Width = content.Width,
        Height = content.Height,
        Format = content.Format,
        IsPartial = content.IsPartial,
        Profile = profile.Name,
        Pdq = content.Forms.Pdq,
        Dihedral = content.Forms.Dihedral,
        Trimmed = content.Forms.Trimmed,
        Content = content.Forms.Content,
    };

    /// <summary><c>ok</c>, <c>low-quality</c> or <c>failed</c>.</summary>
    internal string StatusAt(int minQuality) => Pdq is null ? "failed" : IsMatchableAt(minQuality) ? "ok" : "low-quality";

    /// <summary>Whether there is a hash that says enough to be compared.</summary>
    internal bool IsMatchableAt(int minQuality) =>
        Forms is { } forms && HashGate.At(minQuality).GateOf(forms.All[0]) is null;

    /// <summary>The digest of that kind, as text.</summary>
    internal string? DigestText(DigestKind kind) => ContentDigest.Find(Digests, kind)?.ToString();
}
