namespace HashMatch.Lists;

/// <summary>A row that could not be used. The message never repeats the row: hashes of lists are sensitive.</summary>
/// <param name="Line">The line in the file, 1 for the first.</param>
/// <param name="Reason">What is wrong with it and what would be right.</param>
public sealed record ListRowError(long Line, string Reason);
