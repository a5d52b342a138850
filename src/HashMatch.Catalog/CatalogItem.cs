namespace HashMatch.Catalog;

/// <summary>An item to be decided and remembered.</summary>
/// <param name="Place">
/// The one name of the place it lies at, such as its absolute path without links: the same content there again is the
/// same item. Not one of reports, see <see cref="Triage.ReportPlace.IsReported"/>.
/// </param>
/// <param name="Path">As records name it; the first one is kept.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Stamp">What the file looked like before it was read; null if it was not looked at.</param>
/// <param name="Remembered">What <see cref="CatalogCache.Find"/> gave for it, if it was not read again.</param>
public sealed record CatalogItem(string Place, string Path, CatalogContent Content, FileStamp? Stamp = null,
    RememberedItem? Remembered = null)
{
    /// <summary>The most characters a <see cref="Source"/> may have.</summary>
    public const int LongestSource = 1024;

    /// <summary>The most bytes of UTF-8 that keys and values of <see cref="Metadata"/> may have together.</summary>
    public const int MostMetadata = 1 << 16;

    /// <summary>Where it comes from, such as the name of a collection; not empty. Null leaves what is remembered.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// What else is to be kept of it, by key; it takes the place of what is remembered. Null leaves that. It decides nothing.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
