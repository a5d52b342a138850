using HashMatch.Catalog;
using HashMatch.Cli.Files;
using HashMatch.Cli.Inputs;
using HashMatch.Hashes;
using HashMatch.Hosting.Pipeline;
using HashMatch.Imaging;

namespace HashMatch.Cli.Pipeline;

/// <summary>What a catalogue remembers of files, for the threads that read them. Thread-safe.</summary>
/// <remarks>It gives exactly what reading the file would: what the limits of this run refuse, or lists need besides, is read again.</remarks>
sealed class FileMemory(CatalogCache cache, CatalogSettings settings, IReadOnlyList<DigestKind> digestKinds, DecodeOptions options,
    TimeProvider clock)
{
    /// <summary>Bytes that were seen before, wherever they lay.</summary>
    internal RememberedContents Contents { get; } = new(cache, options);

    /// <summary>What a file looks like from outside.</summary>
    internal FileStamp? Look(string path) => FileStamp.Of(path, clock);

    /// <summary>The file as it was when it was last read, if it has not changed since; null if it is to be read.</summary>
    internal HashedFile? FindUnchanged(InputFile input, FileStamp? stamp) =>
        stamp is { } now && cache.Find(input.Real, now) is { } item && Contents.IsEnough(item.Content) &&
        digestKinds.All(kind => item.Content.Find(kind) is not null)
            ? HashedFile.Of(input.Path, item.Content, settings.Profile) with { Remembered = item }
            : null;
}
