namespace HashMatch.Catalog;

/// <summary>An item to be decided and remembered.</summary>
/// <param name="Place">
/// The one name of the place it lies at, such as its absolute path without links: the same content there again is the
/// same item.
/// </param>
/// <param name="Path">As records name it; the first one is kept.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Stamp">What the file looked like before it was read; null if it was not looked at.</param>
/// <param name="Remembered">What <see cref="CatalogCache.Find"/> gave for it, if it was not read again.</param>
public sealed record CatalogItem(string Place, string Path, CatalogContent Content, FileStamp? Stamp = null,
    RememberedItem? Remembered = null);
