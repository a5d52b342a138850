namespace HashMatch.Catalog;

/// <summary>A decision of the log with what reviewers said about it.</summary>
/// <param name="Decision">The decision, its evidence with list, version, entry, distance, radius, transform and the rule that decided.</param>
/// <param name="Feedback">
/// What was said, whenever, of the content it was about, and of entries it matched: in the order it was said.
/// </param>
public sealed record ExplainedDecision(LoggedDecision Decision, IReadOnlyList<LoggedFeedback> Feedback);
