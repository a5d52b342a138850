namespace HashMatch.Matching.Review;

/// <summary>What a store knows of list entries: how often each matched, and which are in quarantine.</summary>
/// <remarks>Called from the thread that submits, for every entry an item comes near, once.</remarks>
public interface IEntryHistory
{
    /// <summary>Takes note that an item came near an entry; says whether the entry's word on it is held back.</summary>
    /// <param name="sighting">The item.</param>
    /// <param name="match">How near; a distance beyond its radius is a candidate of the review band, which counts for nothing.</param>
    /// <param name="entry">The entry.</param>
    bool IsHeld(Sighting sighting, Match match, KnownEntry entry);
}
