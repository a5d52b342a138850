namespace HashMatch.Triage.Links;

/// <summary>What each item of each report shows.</summary>
/// <param name="starts">The number of every report's first item, and of all items behind.</param>
/// <param name="contents">By the item's number.</param>
sealed class ItemContents(int[] starts, int[] contents)
{
    /// <summary>Equal for items that show the same; -1 where nothing tells.</summary>
    internal int Of(int report, int item) => contents[starts[report] + item];
}
