namespace HashMatch.Matching;

/// <summary>What a deduplicator remembers of the items submitted: in memory for a run, or in a store that outlasts it.</summary>
/// <remarks>Called from one thread, for each item <see cref="Find"/> and then <see cref="Remember"/>.</remarks>
public interface ISeenItems
{
    /// <summary>
    /// What the first items of their groups say of an item. A store that has decided the same item before says what it
    /// said then, so that a decision does not change with what came later.
    /// </summary>
    /// <param name="sighting">The item.</param>
    SeenEvidence Find(Sighting sighting);

    /// <summary>Takes note of a decision; the item opens a group where <see cref="Decision.OpensGroup"/> says so.</summary>
    /// <param name="sighting">The item.</param>
    /// <param name="evidence">What was found of it.</param>
    /// <param name="decision">What was decided.</param>
    void Remember(Sighting sighting, SeenEvidence evidence, Decision decision);
}
