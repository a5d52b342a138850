namespace HashMatch.Lists;

/// <summary>How many members agreed or disagreed with an entry.</summary>
/// <param name="Affirmative">Members who agreed.</param>
/// <param name="Negative">Members who disagreed.</param>
public sealed record ListFeedback(long Affirmative, long Negative);
