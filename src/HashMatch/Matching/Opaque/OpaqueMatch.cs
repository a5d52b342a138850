namespace HashMatch.Matching.Opaque;

/// <summary>A match as a stranger may see it.</summary>
/// <param name="Id">Stands for the entry, and says nothing of it.</param>
/// <param name="Band">How near it is.</param>
/// <param name="List">The list's name, where the operator allows it; else null.</param>
/// <param name="Version">The list's version, where it has one and the operator allows it; else null.</param>
public sealed record OpaqueMatch(string Id, DistanceBand Band, string? List, string? Version);
