namespace HashMatch.Catalog;

/// <summary>A run that wrote into the catalogue.</summary>
/// <param name="Number">1, 2, 3, ….</param>
/// <param name="Started">When its first item was decided, UTC.</param>
/// <param name="Finished">When it came to its end; null if it was interrupted or is still under way.</param>
/// <param name="Lists">The lists in force in it, by name and version.</param>
public sealed record LoggedRun(long Number, DateTimeOffset Started, DateTimeOffset? Finished, IReadOnlyList<LoggedList> Lists)
{
    /// <summary>Whether a reviewer decided in it, instead of a scan.</summary>
    public bool IsFeedback { get; init; }
}
