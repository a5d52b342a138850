namespace HashMatch.Catalog;

/// <summary>How well a list entry, or a whole list, did by the word of reviewers.</summary>
/// <param name="List">The list's name.</param>
/// <param name="Entry">The entry's id; null for the whole list.</param>
/// <param name="Matches">Contents it matched within its radius, each once; of a list, the sum over its entries.</param>
/// <param name="Confirmed">Of these, the matches whose last word is that they are right.</param>
/// <param name="Rejected">The matches whose last word is that they are wrong.</param>
/// <param name="Vetoed">The matches whose last word is a veto.</param>
/// <param name="Held">The matches that are held back by a quarantine.</param>
/// <param name="Quarantined">Entries in quarantine: of one entry 0 or 1.</param>
public sealed record EntryPrecision(string List, string? Entry, long Matches, long Confirmed, long Rejected, long Vetoed, long Held, long Quarantined)
{
    /// <summary>Matches nobody has spoken on: with the three others they make <see cref="Matches"/>.</summary>
    public long Open => Matches - Judged;

    /// <summary>Matches somebody has spoken on.</summary>
    public long Judged => Confirmed + Rejected + Vetoed;

    /// <summary>Matches that are right of a thousand judged, rounded down; null where none was judged.</summary>
    public int? Permille => Judged == 0 ? null : (int)(1000 * Confirmed / Judged);
}
