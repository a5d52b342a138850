namespace HashMatch.Catalog;

/// <summary>An entry of the log of decisions.</summary>
/// <param name="Number">1, 2, 3, ….</param>
/// <param name="Run">The run that decided.</param>
/// <param name="At">When, to the millisecond, UTC.</param>
/// <param name="Place">What was decided on.</param>
/// <param name="Evidence">The verdict, the rule that decided and all it rests on: a JSON object.</param>
/// <param name="Link">A SHA-256 over this entry and the link before it, 64 hexadecimal digits.</param>
public sealed record LoggedDecision(long Number, long Run, DateTimeOffset At, string Place, string Evidence, string Link);
