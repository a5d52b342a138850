namespace HashMatch.Matching;

/// <summary>What an item is: a closed set.</summary>
public enum Verdict
{
    /// <summary>It matches an entry of a list with role <see cref="ListRole.Known"/>.</summary>
    Known,

    /// <summary>It is on no list, but the same content was seen before.</summary>
    Repeat,

    /// <summary>It hashed well and matches nothing: a person's attention belongs here.</summary>
    FirstGeneration,

    /// <summary>Its hash cannot carry a decision, its nearest neighbour lies just beyond the radius, or only parts of it were seen.</summary>
    Uncertain,

    /// <summary>It matches only lists with role <see cref="ListRole.Ignore"/>: kept and shown, never dropped.</summary>
    Suppressed,

    /// <summary>It could not be read. It needs a person too.</summary>
    Failed,
}
