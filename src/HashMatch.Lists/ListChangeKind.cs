namespace HashMatch.Lists;

/// <summary>What became of an entry between two versions of a list.</summary>
public enum ListChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is there in both, and says something else.</summary>
    Changed,

    /// <summary>It is no longer there.</summary>
    Removed,

    /// <summary>It has a tombstone now, and had none.</summary>
    Tombstoned,
}
