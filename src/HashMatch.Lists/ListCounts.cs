namespace HashMatch.Lists;

/// <summary>How many rows were read, and what they were. Blank lines, comments and headers are no rows.</summary>
/// <param name="Entries">Rows with an entry.</param>
/// <param name="Tombstones">Rows that withdraw one.</param>
/// <param name="Rejected">Rows that could not be used.</param>
public readonly record struct ListCounts(long Entries, long Tombstones, long Rejected)
{
    /// <summary>All rows: always the sum of the others.</summary>
    public long Rows => Entries + Tombstones + Rejected;

    internal ListCounts With(in ListRow row) => row.Entry switch
    {
        null => this with { Rejected = Rejected + 1 },
        { IsRemoved: true } => this with { Tombstones = Tombstones + 1 },
        _ => this with { Entries = Entries + 1 },
    };
}
