using System.Text;

namespace HashMatch.Catalog.Internals;

/// <summary>What may be kept: nothing is written that would count as damage when it is read.</summary>
static class ItemCheck
{
    static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">The item is none.</exception>
    internal static void Check(CatalogItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(item.Place);
        ArgumentNullException.ThrowIfNull(item.Path);
        ArgumentNullException.ThrowIfNull(item.Content);
        Check(item.Content);
        if (item.Source is { } source)
        {
            ArgumentException.ThrowIfNullOrEmpty(source);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(source.Length, CatalogItem.LongestSource);
            _ = s_strict.GetByteCount(source);
        }

        if (item.Metadata is { } metadata)
        {
            // An unpaired surrogate has no UTF-8, and would not come back as it was given.
            var length = metadata.Sum(pair => (long)s_strict.GetByteCount(pair.Key) + s_strict.GetByteCount(pair.Value));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, CatalogItem.MostMetadata);
        }
    }

    /// <exception cref="ArgumentException">The content is none.</exception>
    internal static void Check(CatalogContent content)
    {
        _ = ContentTable.XxHash128Of(content);
        ArgumentOutOfRangeException.ThrowIfNegative(content.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(content.Width ?? 0);
        ArgumentOutOfRangeException.ThrowIfNegative(content.Height ?? 0);
    }
}
