using HashMatch.Catalog;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Hosting.Pipeline;
using HashMatch.Imaging;

namespace HashMatch.Cli.Files;

/// <summary>All that is known of one input: its hash, or why it has none.</summary>
/// <param name="Path">As records name it.</param>
sealed record HashedFile(string Path)
{
    /// <summary>What was made of its bytes.</summary>
    internal HashedPicture Picture { get; init; } = new();

    /// <summary>Why there is no hash; null when there is one.</summary>
    internal ImageError? Error => Picture.Error;

    /// <summary>That reason's name in records.</summary>
    internal string? ErrorCode => Error is { } error ? WireNames.Of(error.Code) : null;

    /// <summary>All it is looked for by; null when there is an error.</summary>
    internal HashForms? Forms => Picture.Forms;

    /// <summary>The hash and its quality; null when there is an error.</summary>
    internal PdqResult? Pdq => Forms?.Pdq;

    /// <summary>The profile of the hash.</summary>
    internal string? Profile { get; init; }

    /// <summary>The hashes of other algorithms that were asked for, in the order of their kinds.</summary>
    internal IReadOnlyList<AlgorithmHash> Hashes { get; init; } = [];

    /// <summary>The one name of the place it lies at, however it was reached.</summary>
    internal string Place { get; init; } = Path;

    /// <summary>What the file looked like before it was read, where a catalogue asks for that.</summary>
    internal FileStamp? Stamp { get; init; }

    /// <summary>What a catalogue remembers of it, if it has not changed since.</summary>
    internal RememberedItem? Remembered { get; init; }

    /// <summary>Whether an earlier record says all this, and no file was read for it.</summary>
    internal bool IsRecord { get; init; }

    /// <summary>An input that has no hash.</summary>
    internal static HashedFile Failed(string path, ImageError error) => new(path) { Picture = new() { Error = error } };

    /// <summary>A file that holds bytes a catalogue knows.</summary>
    internal static HashedFile Of(string path, CatalogContent content, HashProfile profile) =>
        new(path) { Picture = HashedPicture.Of(content), Profile = profile.Name };

    /// <summary><c>ok</c>, <c>low-quality</c> or <c>failed</c>.</summary>
    internal string StatusAt(int minQuality) => Pdq is null ? "failed" : IsMatchableAt(minQuality) ? "ok" : "low-quality";

    /// <summary>Whether there is a hash that says enough to be compared.</summary>
    internal bool IsMatchableAt(int minQuality) =>
        Forms is { } forms && HashGate.At(minQuality).GateOf(forms.All[0]) is null;

    /// <summary>The digest of that kind, as text.</summary>
    internal string? DigestText(DigestKind kind) => ContentDigest.Find(Picture.Digests, kind)?.ToString();
}
