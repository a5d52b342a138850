using HashMatch.Catalog;
using HashMatch.Cli.Files;
using HashMatch.Hashes;
using HashMatch.Imaging;
using HashMatch.Matching;

namespace HashMatch.Cli.Pipeline;

/// <summary>Decides against the lists and all a catalogue has seen, and keeps what is decided there, some at a time.</summary>
sealed class CatalogDecider(CatalogWriter catalog, CatalogSettings settings, TimeProvider clock, string? source) : IDecider, IDisposable
{
    /// <summary>Records wait so long for a commit, and for the next item if that is slow.</summary>
    static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(250);

    long _settled = clock.GetTimestamp();

    public IReadOnlyList<DigestKind> DigestKinds => catalog.DigestKinds;

    /// <summary>The list entries that were put in quarantine in this run.</summary>
    internal IReadOnlyList<QuarantinedEntry> Quarantined => catalog.Quarantined;

    /// <summary>What the catalogue remembers, for the threads that read files.</summary>
    internal FileMemory MemoryFor(DecodeOptions options) => new(catalog.Cache, settings, DigestKinds, options, clock);

    public bool IsSettlingDue => clock.GetElapsedTime(_settled) >= s_longest;

    public Decision Decide(HashedFile file)
    {
        if (file.Error is { } error)
        {
            return catalog.Fail(file.Place, WireNames.Of(error.Code), error.Message);
        }

        if (file.Picture.ByteLength is null || file.DigestText(DigestKind.XxHash128) is null)
        {
            throw CommandException.Unusable($"the record of '{file.Path}' has no length and xxh128, and a catalogue knows contents by these: make the records with 'hash'.");
        }

        var content = file.Remembered?.Content ?? file.Picture.ToContent(file.IsRecord);
        return catalog.Submit(new CatalogItem(file.Place, file.Path, content, file.Stamp, file.Remembered) { Source = source });
    }

    public void Settle()
    {
        catalog.Commit();
        _settled = clock.GetTimestamp();
    }

    public void Complete() => catalog.Complete();

    public void Dispose() => catalog.Dispose();
}
