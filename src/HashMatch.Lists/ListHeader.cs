using HashMatch.Matching;

namespace HashMatch.Lists;

/// <summary>What a list says of itself. Immutable; every part may be missing.</summary>
public sealed record ListHeader
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its version, as text.</summary>
    public string? Version { get; init; }

    /// <summary>What it is for; null if it may be used either way.</summary>
    public ListRole? Role { get; init; }

    /// <summary>The hash it is matched by, <c>pdq</c>, where it says so.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Its own radius, 0..256 bits, inclusive.</summary>
    public int? Radius { get; init; }

    /// <summary>The profile its hashes were made by.</summary>
    public string? Profile { get; init; }

    /// <summary>The fields that have no place here, as a JSON object without white space, or null.</summary>
    public string? ExtraFields { get; init; }
}
