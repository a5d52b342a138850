namespace HashMatch.Lists;

/// <summary>A row that could not be used. The message never repeats the row: hashes of lists are sensitive.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Reason">What is wrong with it and what would be right.</param>
public sealed record ListRowError(ListPlace Place, string Reason)
{
    /// <summary>The line, or the record where the format has no lines; 1 for the first.</summary>
    public long Line => Place.Number;
}
