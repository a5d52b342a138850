namespace HashMatch.Matching.Conflicts;

/// <summary>What lists disagree about.</summary>
public enum ListConflictKind
{
    /// <summary>The item is on a known list and on an ignore list.</summary>
    Role,

    /// <summary>Labels name the same scale and no common value on it.</summary>
    Label,
}
