namespace HashMatch.Hashers;

/// <summary>
/// The recipe a hash was made by: algorithm and every step before it that moves bits. Hashes of different profiles are
/// never compared silently.
/// </summary>
/// <remarks>Immutable, one instance a profile. Thread-safe.</remarks>
public sealed class HashProfile
{
    /// <summary>Full decode, full-resolution PDQ: equal to what exchanges store. The default.</summary>
    public static HashProfile Pdq1 { get; } = new("pdq-1");

    /// <summary>
    /// Full decode, then, when a side exceeds 512, the nearest-neighbour step of PDQ's C++ tool to exactly 512x512
    /// (aspect lost, a shorter side may grow), then PDQ: equal to that tool.
    /// </summary>
    public static HashProfile Pdq512 { get; } = new("pdq-512");

    HashProfile(string name) => Name = name;

    /// <summary>The id stored beside every hash, such as <c>pdq-1</c>.</summary>
    public string Name { get; }

    /// <summary>Every profile there is.</summary>
    public static IReadOnlyList<HashProfile> All { get; } = [Pdq1, Pdq512];

    /// <summary>The profile of that name (ordinal), or null.</summary>
    public static HashProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
