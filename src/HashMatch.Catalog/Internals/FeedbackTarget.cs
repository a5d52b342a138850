namespace HashMatch.Catalog.Internals;

/// <summary>What a reviewer's decision is about, found in the catalogue.</summary>
/// <param name="Item">The item, if any.</param>
/// <param name="Other">The other item, if any.</param>
/// <param name="Entry">The list entry, if any.</param>
sealed record FeedbackTarget(FoundItem? Item, FoundItem? Other, EntryRow? Entry)
{
    /// <summary>The place its row of the log is told by.</summary>
    internal string Place => Item?.Name.Place ?? Entry!.Name.ToString();
}
