using HashMatch.Hashes;

namespace HashMatch.Lists;

/// <summary>One entry of a list as it is exchanged: what is matched, and all that came with it. Immutable.</summary>
public sealed record ListEntry
{
    /// <summary>The list's own id, or null where it gives none.</summary>
    public string? Id { get; init; }

    /// <summary>Its PDQ hash, or null.</summary>
    public Hash256? Pdq { get; init; }

    /// <summary>The digests of its bytes.</summary>
    public IReadOnlyList<ContentDigest> Digests { get; init; } = [];

    /// <summary>Hashes that are kept but not matched.</summary>
    public IReadOnlyList<OpaqueHash> OtherHashes { get; init; } = [];

    /// <summary>What the list says of it.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>True for a tombstone: the entry of that key is withdrawn.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Where it comes from, or null if nothing is known.</summary>
    public ListProvenance? Provenance { get; init; }

    /// <summary>The fields that have no place here, as a JSON object without white space, or null.</summary>
    public string? ExtraFields { get; init; }

    /// <summary>True if it holds any hash, matched or not.</summary>
    public bool HasHash => Pdq is not null || Digests.Count > 0 || OtherHashes.Count > 0;

    /// <summary>The id alone: hashes of lists never appear in logs or messages.</summary>
    public override string ToString() => Id ?? "(no id)";
}
