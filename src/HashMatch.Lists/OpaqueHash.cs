namespace HashMatch.Lists;

/// <summary>A hash that is kept and handed on, but not matched: PhotoDNA, TMK, a reference to a file, and the like.</summary>
/// <param name="Name">What the list calls it.</param>
/// <param name="Value">Its text, as it came.</param>
public sealed record OpaqueHash(string Name, string Value)
{
    /// <summary>The name alone: hashes of lists never appear in logs or messages.</summary>
    public override string ToString() => Name;
}
