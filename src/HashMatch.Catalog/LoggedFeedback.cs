namespace HashMatch.Catalog;

/// <summary>A reviewer's decision, as the log holds it.</summary>
/// <param name="Number">Its number in the log of decisions.</param>
/// <param name="At">When, to the millisecond, UTC.</param>
/// <param name="Action">What was decided.</param>
/// <param name="By">Who decided.</param>
/// <param name="Why">Why.</param>
public sealed record LoggedFeedback(long Number, DateTimeOffset At, FeedbackAction Action, string By, string Why)
{
    /// <summary>The item it is about; null where it releases an entry.</summary>
    public ItemName? Item { get; init; }

    /// <summary>The other item it is about, if any.</summary>
    public ItemName? Other { get; init; }

    /// <summary>The list entry it is about, if any.</summary>
    public EntryName? Entry { get; init; }
}
